/** The languages a note can be written in: Dutch first, then those most spoken at home. */
export const NOTE_LANGUAGES = [
	'nl',
	'ar',
	'bg',
	'de',
	'en',
	'es',
	'fa',
	'fr',
	'ku',
	'pl',
	'pt',
	'ro',
	'ru',
	'so',
	'ti',
	'tr',
	'uk',
	'zh'
] as const;
export type NoteLanguage = (typeof NOTE_LANGUAGES)[number];

const names = new Map<string, Intl.DisplayNames>();

/** A language as a reader calls it: `ar` is "Arabisch" in Dutch. */
export function languageName(code: string, reader: string): string {
	let named = names.get(reader);
	if (!named) names.set(reader, (named = new Intl.DisplayNames([reader], { type: 'language' })));
	return named.of(code) ?? code;
}
