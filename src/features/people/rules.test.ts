import { expect, test } from 'vitest';
import { sessionKind } from './rules.ts';

test('whoever has a desk is asked for a code again sooner than a parent', () => {
	expect(sessionKind(['parent'])).toBe('parent');
	expect(sessionKind([])).toBe('parent');
	expect(sessionKind(['parent', 'moderator'])).toBe('desk');
});
