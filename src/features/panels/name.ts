/** Turns the line of reading round, or is not seen at all. Joiners stay: Persian names have them. */
const TRICKS = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Surrogate}]/gu;
const ADDRESS = /:\/\/|\bwww\.|@|[\p{L}\p{N}-]{2,}\.\p{L}{2,}/iu;

/** A name as it can be shown: one line, composed (NFC), without invisible or turning characters. */
export function cleanName(text: string): string {
	return text.replace(/\s+/g, ' ').replace(TRICKS, '').normalize('NFC').trim();
}

/** Whether a text can be somebody's name: it has a letter and is not the address of a website. */
export const isName = (text: string): boolean => /\p{L}/u.test(text) && !ADDRESS.test(text);

function initialOf(word: string): string {
	const [first = ''] = /^(?:IJ|ij)/.exec(word) ?? Array.from(word);
	return `${first.toLocaleUpperCase('nl')}.`;
}

/**
 * The name that people see by default: "Jeroen Bakker" is "Jeroen B.", "Bas van Vliet" is
 * "Bas van V.". A single name stands as it is, and second first names are left out.
 */
export function shortName(full: string): string {
	const words = cleanName(full).split(' ');
	const [first = '', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
	if (last === undefined) return first;
	const between = words.slice(1, -1).filter((word) => /^\p{Ll}/u.test(word));
	return [first, ...between, initialOf(last)].join(' ');
}

/** Letters that look alike, by what they look like. */
const LOOKALIKES: Readonly<Record<string, string>> = {
	...{ '0': 'o', '1': 'l', '3': 'e', '5': 's', '|': 'l', ı: 'i', ø: 'o', ł: 'l', ß: 'ss' },
	...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y' },
	...{ х: 'x', і: 'i', ѕ: 's', ј: 'j', ԁ: 'd', ո: 'n', ѵ: 'v', ԝ: 'w' },
	...{ α: 'a', β: 'b', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' }
};

/**
 * What a name looks like at a glance: two names with the same look can be taken for each other.
 * "Mаrloes de Wit" with a Cyrillic a looks like "marloesdewit".
 */
export function lookOf(name: string): string {
	const bare = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const seen = Array.from(bare, (letter) => LOOKALIKES[letter] ?? letter).join('');
	return seen.replaceAll('i', 'l').replace(/[^\p{L}\p{N}]/gu, '');
}

/** By what people are known who speak for a school or a council, in Dutch and in English. */
const FUNCTIONS = (
	'directeur directrice directie rector conrector schoolleider schoolleiding teamleider team ' +
	'leerkracht leerkrachten leraar leraren lerares docent docenten meester juf juffrouw mentor ' +
	'internbegeleider onderwijsassistent medewerker personeel administratie conciërge school ' +
	'bestuur bestuurder bestuurslid beslisser coördinator moderator moderatoren mr gmr opr raad ' +
	'raadslid ouderraad oudergeleding medezeggenschapsraad voorzitter secretaris ' +
	'director principal head headmaster headmistress headteacher teacher teachers staff board ' +
	'governor council councillor chair secretary caretaker decider moderators'
)
	.split(' ')
	.map(lookOf);
/** Words as long as this also end longer words: schooldirecteur, groepsleerkracht. */
const ENDS_OTHERS = 7;
const endings = FUNCTIONS.filter((look) => look.length >= ENDS_OTHERS);

/**
 * Whether a text says, or looks as if it says, what somebody is at a school or in a council: "lid van
 * de MR", "d i r e c t e u r". Words are taken one by one, and with those beside them.
 */
export function namesFunction(text: string): boolean {
	const looks = text
		.split(/[\s\p{P}]+/u)
		.map(lookOf)
		.filter(Boolean);
	const runs = looks.flatMap((_, from) =>
		looks.slice(from).map((_look, more) => looks.slice(from, from + more + 1).join(''))
	);
	return (
		runs.some((run) => FUNCTIONS.includes(run)) ||
		looks.some((look) => endings.some((ending) => look.endsWith(ending)))
	);
}
