import { expect, test } from 'vitest';
import { rulesFrom } from '../draft.ts';
import { SECRECIES } from '../ground-rules.ts';
import { draftInput } from '../input.ts';
import RulesInWords from './RulesInWords.svelte';
import { LOCALES, loadCatalogue } from '#i18n/catalogue.ts';
import { parse } from '#kernel/parse.ts';
import { aDraft } from '#tests/support/draft.ts';
import { htmlOf, wordsOf } from '#tests/support/html.ts';

const shown = async (other: Record<string, unknown>, locale: 'nl' | 'en' = 'nl') => {
	const rules = rulesFrom(parse(draftInput, aDraft(other)));
	const props = { rules, closesAt: new Date(rules.closesAt), asker: 'MR De Merelmolen' };
	return wordsOf(await htmlOf(RulesInWords, props, locale));
};

test('the agreed limits read as they were agreed, in the numbers of the language', async () => {
	const limits = {
		response: 'at-least',
		responseShare: '66,7%',
		option: 'more-than',
		optionShare: '2/3',
		optionOf: 'preference'
	};
	const dutch = await shown(limits);
	expect(dutch).toContain('Er doet ten minste 66,7% van de gezinnen mee.');
	expect(dutch).toContain('Eén keuze krijgt meer dan 2/3 van de gezinnen met een voorkeur.');
	expect(dutch).toContain('Beide zijn nodig.');
	const english = await shown({ ...limits, together: 'any', unit: 'parent' }, 'en');
	expect(english).toContain('Of the parents, at least 66.7% take part.');
	expect(english).toContain('One of the two is enough.');
	expect(await shown({})).toContain('Er is geen grens afgesproken.');
});

test('what parents read about secrecy follows from the mode, and promises nobody to be anonymous', async () => {
	for (const locale of LOCALES) {
		const { consultations } = await loadCatalogue(locale);
		for (const secrecy of SECRECIES) {
			const words = await shown({ secrecy }, locale);
			expect(words).toContain(consultations.secrecySentence[secrecy]);
			expect(words).not.toMatch(/anoniem|anonymous/i);
		}
	}
});

test('the sentence about how much parents decide follows from the level', async () => {
	expect(await shown({ level: 'consult' })).toContain(
		'Wij horen graag uw mening. MR De Merelmolen weegt die mee. De uitslag is niet bindend.'
	);
});
