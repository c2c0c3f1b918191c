import { expect, test } from 'vitest';
import RemoveEvening from './RemoveEvening.svelte';
import { htmlOf, wordsOf } from '#tests/support/html.ts';

test('an evening is removed in two steps that need no JavaScript: unfold, read what it means, and say yes', async () => {
	const html = await htmlOf(RemoveEvening, { evening: { slug: 'avond', title: 'Ouderavond' } });
	const [, summary = '', folded = ''] =
		/<details[^>]*>\s*<summary>(.*?)<\/summary>(.*)<\/details>/s.exec(html) ?? [];
	expect(html).not.toMatch(/<details[^>]* open/);
	expect(wordsOf(summary)).toBe('Haal ‘Ouderavond’ weg');
	expect(folded).toMatch(/<form method="POST" action="\?\/remove#error-summary"/);
	expect(folded).toMatch(/<input type="hidden" name="evening" value="avond"/);
	expect(wordsOf(folded)).toContain('Ja, haal deze avond weg');
});
