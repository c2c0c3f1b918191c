/** Birds and plants that live here. */
const WORDS = (
	'Merel Mees Mus Roodborst Winterkoning Vink Putter Spreeuw Lijster Kauw Ekster Specht ' +
	'Boomklever Kwikstaart Zwaluw Gierzwaluw Koekoek Uil Kievit Grutto Tureluur Scholekster ' +
	'Fuut Meerkoet Reiger Ooievaar Lepelaar Aalscholver IJsvogel Wulp Sijs Keep Kneu Fitis ' +
	'Tjiftjaf Karekiet Snor Leeuwerik Goudhaan Heggenmus Appelvink Wielewaal Nachtegaal ' +
	'Eik Beuk Berk Linde Wilg Els Es Iep Hazelaar Vlier Meidoorn Sleedoorn Hulst Lijsterbes ' +
	'Kornoelje Klimop Kamperfoelie Klaproos Korenbloem Margriet Boterbloem Paardenbloem Klaver ' +
	'Kamille Duizendblad Zuring Weegbree Smeerwortel Dotterbloem Lisdodde Riet Zegge Varen Brem ' +
	'Heide Gagel Dopheide Wederik Valeriaan Speenkruid Hondsdraf Zonnedauw Vergeetmijniet'
).split(' ');
const NUMBERS = 9999;

/**
 * A name to stand for each of these writers: "Wilg 4312". Whoever has the same `seal` gives a writer
 * the same name every time, in every file; without it the name leads nowhere. Of two writers in one
 * call no two have the same name.
 */
export function pseudonymsFor(
	writers: Iterable<string>,
	seal: (text: string) => string
): Map<string, string> {
	const names = new Map<string, string>();
	const taken = new Set<string>();
	for (const writer of new Set(writers)) {
		let name = '';
		for (let again = 0; name === '' || taken.has(name); again++) {
			const drawn = seal(`pseudonym/${writer}/${String(again)}`);
			const word = WORDS[Number.parseInt(drawn.slice(0, 8), 16) % WORDS.length] ?? 'Merel';
			name = `${word} ${String(1 + (Number.parseInt(drawn.slice(8, 16), 16) % NUMBERS))}`;
		}
		taken.add(name);
		names.set(writer, name);
	}
	return names;
}

const SHORTEST = 3;

/**
 * Puts pseudonyms in the place of the names they stand for, wherever those are whole words: in a
 * greeting, a signature, a link. Names of one or two letters stay: they are too often a word.
 */
export function withPseudonyms(names: ReadonlyMap<string, string>): (text: string) => string {
	const known = new Map<string, string>();
	for (const [name, pseudonym] of names) {
		if (name.length < SHORTEST) continue;
		known.set(name, pseudonym);
		if (name.includes(' ')) known.set(name.replaceAll(' ', '_'), pseudonym.replaceAll(' ', '_'));
	}
	if (known.size === 0) return (text) => text;
	const longestFirst = [...known.keys()].toSorted((a, b) => b.length - a.length);
	const any = longestFirst.map((name) => RegExp.escape(name)).join('|');
	const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu');
	return (text) => text.replace(whole, (name) => known.get(name) ?? name);
}
