import { describe, expect, test } from 'vitest';
import { en } from '#i18n/en/index.ts';
import { nl } from '#i18n/nl/index.ts';

/** What may stand in a sentence: one, some, a day in full, and names. */
const GIVEN = [1, 3, 'vrijdag 28 mei 2027', ['Anna de Wit', 'Bas van Vliet']] as const;

/** Every way to give a function of `count` parameters something plausible. */
const waysToCall = (count: number): unknown[][] =>
	count === 0 ? [[]] : waysToCall(count - 1).flatMap((way) => GIVEN.map((it) => [...way, it]));

/** What a function of words says; an argument of a kind that it does not take is passed over. */
function said(words: (...given: unknown[]) => unknown): string[] {
	return waysToCall(words.length).flatMap((way) => {
		try {
			const text = words(...way);
			return typeof text === 'string' ? [text] : [];
		} catch {
			return [];
		}
	});
}

type Words = ReadonlyMap<string, readonly string[]>;

/** All words of a catalogue by where they stand: `consultations.until`, with all that is said there. */
function wordsIn(it: unknown, path = ''): [string, string[]][] {
	if (typeof it === 'string') return [[path, [it]]];
	if (typeof it === 'function') return [[path, said(it as () => unknown)]];
	return Object.entries(it ?? {}).flatMap(([key, inner]: [string, unknown]) =>
		wordsIn(inner, path ? `${path}.${key}` : key)
	);
}

/** The formats of dates and numbers are tested where they are made. */
const wordsOf = (catalogue: typeof nl): Words =>
	new Map(wordsIn(catalogue).filter(([path]) => !/^(?:format\.|locale$)/.test(path)));
const [dutch, english] = [wordsOf(nl), wordsOf(en)];

const sentencesOf = (text: string) => text.split(/(?<=[.!?])\s+|\n/);
const lengthOf = (sentence: string) => sentence.match(/[\p{L}\d][^\s]*/gu)?.length ?? 0;
const tooLong = (text: string) => sentencesOf(text).filter((it) => lengthOf(it) > 20);

/** Words that parents need not know, and what says the same: design, content style. */
const AVOIDED =
	/\b(?:participe\w+|participatie|consultaties?|input|feedback|implement\w+|realiser\w+|terugkoppel\w*|indien|teneinde|betreffende|authenticatie|inlogcodes?|anoniem|respondent\w*|polls?|surveys?|enquêtes?)\b/i;

/** Rooms where only people who work with the website come. */
const OF_THE_DESK =
	/^(?:people|imports|scopes|journal|onboarding|letters|access\.(?:desk|setUp))\./;

const findings = (words: Words, wrong: (text: string) => readonly string[]) =>
	[...words].flatMap(([path, texts]) =>
		texts.flatMap((text) => wrong(text).map((it) => `${path}: ${it}`))
	);

describe('the words of the website', () => {
	test('are found in both catalogues, and every function of them says something', () => {
		expect(dutch.size).toBeGreaterThan(500);
		for (const words of [dutch, english]) {
			expect([...words].filter(([, texts]) => texts.length === 0)).toEqual([]);
		}
	});

	test('are the same in Dutch and English: no text is missing or left over', () => {
		expect([...english.keys()].toSorted()).toEqual([...dutch.keys()].toSorted());
	});

	test.each([
		['Dutch', dutch],
		['English', english]
	])('are nowhere empty in %s', (_language, words) => {
		expect(findings(words, (text) => (text.trim() === '' ? ['empty'] : []))).toEqual([]);
	});

	test('are said in sentences of at most 20 words', () => {
		expect([...new Set(findings(dutch, tooLong))]).toEqual([]);
	});

	test('are words that a parent knows', () => {
		const ofParents = new Map([...dutch].filter(([path]) => !OF_THE_DESK.test(path)));
		const avoided = (text: string) => AVOIDED.exec(text) ?? [];
		expect([...new Set(findings(ofParents, avoided))]).toEqual([]);
	});
});

test('a long sentence and a hard word would be seen', () => {
	const words = (n: number) => Array.from({ length: n }, () => 'woord').join(' ');
	expect(tooLong(`Kort. ${words(20)}.`)).toEqual([]);
	expect(tooLong(`Kort. ${words(21)}.`)).toHaveLength(1);
	expect(
		findings(new Map([['a.b', said((n) => `Uw feedback: ${String(n)}`)]]), (text) => [
			...(AVOIDED.exec(text) ?? [])
		])[0]
	).toBe('a.b: feedback');
	expect(AVOIDED.test('Vul de peiling in')).toBe(false);
});
