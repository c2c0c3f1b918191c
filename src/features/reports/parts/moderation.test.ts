import { expect, test } from 'vitest';
import { moderationPart } from './moderation.ts';

const first = { id: 'een', rules: ['Blijf bij het onderwerp.', 'Geen namen.'] };
const renumbered = { id: 'twee', rules: ['Geen namen.', 'Blijf bij het onderwerp.'] };
const longer = { id: 'drie', rules: [...first.rules, 'Geen reclame.'] };

test('what was hidden is counted by the rule as it was numbered and worded then', () => {
	const part = moderationPart([
		{ rule: null, edition: null, count: 7 },
		{ rule: 2, edition: renumbered, count: 1 },
		{ rule: 2, edition: first, count: 2 },
		{ rule: 2, edition: longer, count: 1 }
	]);
	expect(part).toEqual({
		contributions: 11,
		hidden: 4,
		byRule: [
			{ rule: 2, words: 'Blijf bij het onderwerp.', count: 1 },
			{ rule: 2, words: 'Geen namen.', count: 3 }
		]
	});
});
