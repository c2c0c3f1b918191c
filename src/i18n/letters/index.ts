import { consultations as inEnglish } from '../en/consultations.ts';
import { letter as english } from '../en/letter.ts';
import { en as englishWords } from '../en/index.ts';
import { nl as dutchWords } from '../nl/index.ts';
import { formatsFor, type Formats } from '../format.ts';
import { consultations as inDutch } from '../nl/consultations.ts';
import { letter as dutch } from '../nl/letter.ts';
import { ar } from './ar.ts';
import { pl } from './pl.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import type { LetterWords } from './words.ts';

/** The languages in which a letter can be. The website has fewer. */
export const LETTER_LANGUAGES = ['nl', 'en', 'ar', 'pl', 'tr', 'uk'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** A native speaker has yet to look at these. */
export const UNCHECKED: ReadonlySet<LetterLanguage> = new Set(['ar', 'pl', 'tr', 'uk']);

type Said = { readonly words: LetterWords; readonly format: Formats };

const LETTERS: Readonly<Record<LetterLanguage, Said>> = {
	nl: {
		words: { ...dutch, ...untilOf(inDutch), onPaper: dutchWords.common.origin.paper },
		format: dutchWords.format
	},
	en: {
		words: { ...english, ...untilOf(inEnglish), onPaper: englishWords.common.origin.paper },
		format: englishWords.format
	},
	// the digits that Europe writes: a date of the school is read together with its Dutch words
	ar: { words: ar, format: formatsFor('ar-u-nu-latn') },
	pl: { words: pl, format: formatsFor('pl-PL') },
	tr: { words: tr, format: formatsFor('tr-TR') },
	uk: { words: uk, format: formatsFor('uk-UA') }
};

function untilOf({ until, untilTime }: typeof inDutch): Pick<LetterWords, 'until' | 'untilTime'> {
	return { until, untilTime };
}

export const letterIn = (language: LetterLanguage): Said => LETTERS[language];

/** The language of the letter of somebody who reads this one: Dutch when there is no other. */
export function letterLanguage(locale: string | null): LetterLanguage {
	const wanted = locale?.toLowerCase().split('-')[0];
	return LETTER_LANGUAGES.find((it) => it === wanted) ?? 'nl';
}
