/** Letters that do not fall apart into a plain one and an accent. */
const PLAIN: Readonly<Record<string, string>> = {
	...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }
};

/**
 * A text without accents, apostrophes and capitals, to search and to sort by: "’t Élan" is `t elan`.
 * What has no plain letter stays as it is.
 */
export const fold = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/[\p{M}'’‘]/gu, '')
		.toLowerCase()
		.replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? '');

/** The letters with accents that European languages, Vietnamese and Arabic write. */
const ACCENTED = [
	[0xc0, 0x24f],
	[0x622, 0x626],
	[0x1e00, 0x1eff]
].flatMap(([from = 0, to = 0]) =>
	Array.from({ length: to - from + 1 }, (_, nth) => String.fromCodePoint(from + nth))
);
const variants = Map.groupBy(
	ACCENTED.filter((letter) => fold(letter).length === 1),
	fold
);

/** All ways to write one letter, as a pattern of one character. */
function anyOf(letter: string): string {
	if ("'’‘".includes(letter)) return "['’‘]";
	// in brackets these would mean something; outside them they are themselves
	if (']^-'.includes(letter)) return letter;
	const plain = fold(letter);
	const known = [letter, letter.toUpperCase(), letter.toLowerCase()];
	const all =
		plain.length === 1 ? [plain, plain.toUpperCase(), ...(variants.get(plain) ?? [])] : [];
	const letters = [...new Set([...known, ...all])].filter((it) => Array.from(it).length === 1);
	return letters.length === 1 && /[\p{L}\p{N}\s]/u.test(letter) ? letter : `[${letters.join('')}]`;
}

/**
 * The patterns that a name must match to be found, one for each word that was typed, as SQLite's GLOB
 * reads them. Accents and capitals make no difference: "celik" and "CELIK" find "Şefik Çelik".
 */
export const patternsFor = (sought: string): string[] =>
	sought
		.normalize('NFC')
		.split(/\s+/)
		.filter((word) => word !== '')
		.slice(0, 5)
		.map((word) => `*${Array.from(word, anyOf).join('')}*`);
