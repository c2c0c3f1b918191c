import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyFields, fieldsOf, rulesFrom } from './draft.ts';
import { CHANNELS, LEVELS, SECRECIES, UNITS } from './ground-rules.ts';
import { draftForm, draftInput } from './input.ts';
import { canonicalJson } from '#kernel/canonical.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { aDraft } from '#tests/support/draft.ts';

const formOf = (fields: Record<string, string>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
};
const read = (input: unknown) => parse(draftInput, input);
const issuesOf = (input: unknown) => {
	try {
		read(input);
	} catch (error) {
		if (error instanceof Invalid) return error.issues;
		throw error;
	}
	return {};
};

describe('the form of a draft', () => {
	test('times are those of the school, on both sides of summer time', () => {
		const rules = rulesFrom(
			read(
				aDraft({
					opensDay: '2027-03-27',
					opensTime: '8.00',
					closesDay: '2027-03-29',
					closesTime: '08:00'
				})
			)
		);
		expect([rules.opensAt, rules.closesAt]).toEqual([
			'2027-03-27T07:00:00.000Z',
			'2027-03-29T06:00:00.000Z'
		]);
	});

	test('a closing in the hour that comes twice is the first of the two', () => {
		const rules = rulesFrom(read(aDraft({ closesDay: '2027-10-31', closesTime: '02:30' })));
		expect(rules.closesAt).toBe('2027-10-31T00:30:00.000Z');
	});

	test('the threshold has the shape that is counted with', () => {
		const { threshold } = rulesFrom(
			read(
				aDraft({
					response: 'at-least',
					responseShare: '60%',
					option: 'more-than',
					optionShare: '2/3',
					together: 'all'
				})
			)
		);
		expect(threshold).toEqual({
			all: [
				{
					kind: 'threshold',
					about: 'response',
					of: 'units',
					relation: 'at-least',
					numerator: 60,
					denominator: 100
				},
				{
					kind: 'threshold',
					about: 'option',
					of: 'preference',
					relation: 'more-than',
					numerator: 2,
					denominator: 3
				}
			]
		});
	});

	test.each([
		[{ title: ' ' }, { title: 'field.required' }],
		[{ opensDay: '2027-02-30' }, { opensDay: 'field.day' }],
		[{ closesTime: '24.00' }, { closesTime: 'field.time' }],
		[{ closesDay: '2027-05-10', closesTime: '08:00' }, { closesDay: 'field.order' }],
		[{ channels: [] }, { channels: 'field.choose' }],
		[{ response: 'at-least', responseShare: 'veel' }, { responseShare: 'consultation.share' }],
		[{ option: 'more-than', optionShare: '100%' }, { optionShare: 'consultation.out-of-reach' }],
		[{ facts: 'een\ntwee\ndrie\nvier' }, { facts: 'consultation.too-many-lines' }],
		[{ level: 'referendum' }, { level: 'field.choose' }],
		[{ decisionDay: 'later' }, { decisionDay: 'field.day' }],
		[
			{ opensDay: '', closesTime: 'noon' },
			{ opensDay: 'field.day', closesTime: 'field.time' }
		]
	])('%j is refused beside its field', (wrong, issues) => {
		expect(issuesOf(aDraft(wrong))).toEqual(issues);
	});

	test('everything that is wrong is said at once', () => {
		expect(
			Object.keys(issuesOf(aDraft({ title: '', responseShare: 'x', response: 'at-least' })))
		).toEqual(['title', 'responseShare']);
	});

	test('a new form can be sent with only a title and a question', () => {
		const now = new Date('2027-04-12T10:00:00Z');
		const form = formOf({
			...emptyFields(now),
			title: 'Een plein',
			question: 'Wat moet er komen?'
		});
		expect(rulesFrom(read(draftForm(form)))).toMatchObject({
			title: 'Een plein',
			channels: ['online', 'paper', 'evening'],
			threshold: null,
			interim: 'hidden',
			opensAt: '2027-05-10T06:00:00.000Z'
		});
	});
});

const text = fc.string({ unit: 'grapheme', maxLength: 60 });
const filled = text.filter((it) => it.replace(/[\s\p{C}]/gu, '') !== '');
const day = fc
	.integer({ min: 0, max: 3000 })
	.map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
const share = fc.constantFrom('60%', '2/3', '66,7%', '1', '12,34');
const relation = fc.constantFrom('none', 'at-least', 'more-than');
const drafts = fc.record({
	title: filled,
	question: filled,
	fixed: fc.array(text, { maxLength: 4 }),
	open: fc.array(text, { maxLength: 4 }),
	decider: text,
	weight: text,
	decisionDay: fc.oneof(day, fc.constant('')),
	answerDay: fc.oneof(day, fc.constant('')),
	level: fc.constantFrom(...LEVELS),
	unit: fc.constantFrom(...UNITS),
	secrecy: fc.constantFrom(...SECRECIES),
	channels: fc.subarray([...CHANNELS], { minLength: 1 }),
	opensDay: day.filter((it) => it < '2030-01-01'),
	opensTime: fc.constantFrom('00:00', '02:30', '8.05', '23:59'),
	closesDay: fc.constant('2034-05-05'),
	closesTime: fc.constantFrom('03:00', '23.59'),
	response: relation,
	responseShare: share,
	option: relation,
	optionShare: share,
	optionOf: fc.constantFrom('preference', 'ballots'),
	together: fc.constantFrom('all', 'any')
});

test('a draft that is shown in its form and sent again has the same rules, to the byte', () => {
	fc.assert(
		fc.property(drafts, (input) => {
			const given = read(input);
			const rules = rulesFrom(given);
			const { title, introduction, motive, facts, contact } = given;
			const draft = {
				title,
				slug: '',
				bodyId: null,
				introduction,
				motive,
				facts,
				contact,
				rules
			};
			const again = rulesFrom(read(draftForm(formOf(fieldsOf(draft)))));
			expect(canonicalJson(again)).toBe(canonicalJson(rules));
		}),
		{ numRuns: 300 }
	);
});

test('rules do not depend on the order in which channels were ticked', () => {
	const one = rulesFrom(read(aDraft({ channels: ['paper', 'online'] })));
	const other = rulesFrom(read(aDraft({ channels: ['online', 'paper'] })));
	expect(canonicalJson(one)).toBe(canonicalJson(other));
});
