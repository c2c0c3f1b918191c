import { expect, test } from 'vitest';
import { nl } from './nl/index.ts';
import { fieldsOf } from './fields.ts';

const returned = { values: { title: 'Een titel' }, issues: { title: 'field.required' } };

test('a field keeps what was typed in it, with the reason in words beside it', () => {
	const field = fieldsOf(nl, () => returned);
	expect(field('title')).toEqual({
		name: 'title',
		id: 'title',
		value: 'Een titel',
		issue: nl.reasons['field.required']
	});
	expect(field('lead')).toEqual({ name: 'lead', id: 'lead', value: undefined, issue: undefined });
});

test('two forms of one page have fields of the same name under ids of their own', () => {
	const field = fieldsOf(
		nl,
		() => null,
		(name) => `${name}-panel`
	);
	expect(field('title')).toMatchObject({ name: 'title', id: 'title-panel', issue: undefined });
});
