import type { Reason } from '#i18n/reasons.ts';

/** What a column can be. Everything else is not stored. */
export const TARGETS = [
	...['household', 'group'],
	...['name-1', 'first-1', 'prefix-1', 'last-1', 'email-1', 'phone-1', 'language-1'],
	...['name-2', 'first-2', 'prefix-2', 'last-2', 'email-2', 'phone-2', 'language-2']
] as const;
export type Target = (typeof TARGETS)[number];

/** By the position of a column, from 0; columns that are not here are not stored. */
export type Mapping = ReadonlyMap<number, Target>;

/** The name of a column as it is compared: small letters without accents, words with one space. */
export const foldHeader = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

const PARENT =
	/\b(?:ouders?|verzorgers?|parents?|guardians?|contact\w*|moeder|vader|mother|father)\b|^(?:ouder|verzorger|parent|contact)/;

/** Of pupils and of what the law protects most: nobody can choose to store these. */
const NEVER = new RegExp(
	[
		'etnic|ethnic|herkomst|nationalit|gewicht|weight|\\bland\\b|country|religie|religion|geloof|kerk',
		'geboor|birth|\\bdob\\b|geslacht|gender|\\bsekse\\b|\\bsex\\b|\\bm v\\b',
		'\\bbsn\\b|burgerservice|sofi|\\bssn\\b|persoonsgebonden|\\bpgn\\b|onderwijsnummer',
		'diagnos|medi[sc]|allerg|\\bzorg\\b|indicatie|handicap|verzuim|advies|toets|cijfer',
		'iban|rekening|paspoort|passport|\\bfoto|photo'
	].join('|')
);
const PUPIL =
	/leerling|pupil|student|roepnaam|\bkind(?:eren)?\b|\bchild(?:ren)?\b|\bzoon\b|dochter/;

/** Why a column with this name may not be stored at all; null when it may. */
export function forbiddenBecause(header: string): Reason | null {
	const name = foldHeader(header);
	if (NEVER.test(name)) return 'import.never';
	return PUPIL.test(name) && !PARENT.test(name) ? 'import.of-pupil' : null;
}

const HOUSEHOLD =
	/^(?:gezin|gezins? ?(?:code|nummer|nr|id|sleutel)|huishouden|sleutel|familie ?(?:code|nummer|nr)?|household|family|family ?(?:code|id|number)|key)$/;
const GROUP =
	/^(?:groep|groepsnaam|naam groep|klas|klasnaam|stamgroep|lesgroep|group|class|classroom)$/;

const PARTS: readonly (readonly [RegExp, string])[] = [
	[/e ?mail|mailadres/, 'email'],
	[/telefoon|mobiel|gsm|\btel\b|phone|mobile|\b06\b/, 'phone'],
	[/\btaal\b|thuistaal|language/, 'language'],
	[/voorvoegsel|tussenvoegsel|prefix/, 'prefix'],
	[/voornaam|roepnaam|first ?name|given ?name/, 'first'],
	[/achternaam|last ?name|surname/, 'last'],
	[
		/naam|name|^(?:ouder|verzorger|parent|contact)(?:persoon)? ?[12]?$|^(?:moeder|vader|mother|father)$/,
		'name'
	]
];

/**
 * What a column most likely is, by its name alone. A plain "Achternaam" is not taken for a
 * parent's: in most exports it is the pupil's.
 */
export function guessTarget(header: string): Target | null {
	const name = foldHeader(header);
	if (forbiddenBecause(header)) return null;
	if (HOUSEHOLD.test(name)) return 'household';
	if (GROUP.test(name)) return 'group';
	const part = PARTS.find(([pattern]) => pattern.test(name))?.[1];
	const own = part === 'email' || part === 'phone' || part === 'language' || name === 'naam';
	if (!part || !(PARENT.test(name) || own)) return null;
	const second = /\b2\b|(?:ouder|verzorger|parent|contact)2|tweede|second|vader|father/.test(name);
	return `${part}-${second ? 2 : 1}` as Target;
}

/** A guess for every column; what two columns seem to be, only the first is. */
export function guessMapping(headers: readonly string[]): Mapping {
	const mapping = new Map<number, Target>();
	for (const [place, header] of headers.entries()) {
		const target = guessTarget(header);
		if (target && ![...mapping.values()].includes(target)) mapping.set(place, target);
	}
	return mapping;
}
