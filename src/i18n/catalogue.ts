import type { nl } from './nl/index.ts';

/** Dutch is the source: another language is complete when it has this type. */
export type Catalogue = typeof nl;

export const LOCALES = ['nl', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

const catalogues: Record<Locale, () => Promise<Catalogue>> = {
	nl: async () => (await import('./nl/index.ts')).nl,
	en: async () => (await import('./en/index.ts')).en
};
const loaded = new Map<Locale, Promise<Catalogue>>();

/** Loads a language when somebody first asks for it. */
export function loadCatalogue(locale: Locale): Promise<Catalogue> {
	const known = loaded.get(locale) ?? catalogues[locale]();
	loaded.set(locale, known);
	return known;
}

export const isLocale = (text: string | null | undefined): text is Locale =>
	LOCALES.some((locale) => locale === text);

/** Languages written from right to left: for `dir` on a page and on what people wrote. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'ur']);
export const directionOf = (language: string): 'ltr' | 'rtl' =>
	RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** The first language of an Accept-Language header that we speak; Dutch when there is none. */
export function localeFrom(header: string | null): Locale {
	if (!header) return 'nl';
	const wanted = header
		.split(',')
		.map((part) => {
			const [tag = '', ...parameters] = part.trim().split(';');
			const quality = parameters.map((it) => /^\s*q=([\d.]+)$/.exec(it)?.[1]).find(Boolean);
			return { language: tag.split('-')[0]?.toLowerCase(), quality: Number(quality ?? '1') };
		})
		.filter(({ quality }) => quality > 0)
		.toSorted((a, b) => b.quality - a.quality)
		.map(({ language }) => language);
	return wanted.find(isLocale) ?? 'nl';
}
