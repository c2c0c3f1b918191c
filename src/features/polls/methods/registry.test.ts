import { expect, test } from 'vitest';
import { methodOf, methods, type MethodId } from './registry.ts';

test('every method is found under its own name', () => {
	const ids = Object.keys(methods) as MethodId[];
	expect(ids.map((id) => methodOf(id).id)).toEqual(ids);
});
