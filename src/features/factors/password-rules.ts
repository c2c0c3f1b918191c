import type { MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core';

const SHORTEST = 8;
const LONGEST = 256;
/** So much of a password is judged: what is longer need not be strong further on. */
const JUDGED = 64;
/** Of the scores 0 to 4: a program finds it among the first million that it tries. */
const ENOUGH = 2;

/** What people here choose, and what anybody would guess of a school. Longer lists come with a library. */
const LOCAL = `welkom wachtwoord ikhouvanjou prinses voetbal geheim feyenoord amsterdam rotterdam
	nederland holland school basisschool deschool schoolplein ouder ouders ouderraad
	medezeggenschap leerkracht directeur juf meester samenspraak zomer winter lente herfst januari
	februari maart april juni juli augustus september oktober november december maandag dinsdag
	woensdag donderdag vrijdag zaterdag zondag`.split(/\s+/);

/** Of the long list: so many are refused with digits around them too. */
const MOST_COMMON = 10_000;

export type Objection =
	'password.short' | 'password.long' | 'password.common' | 'password.own' | 'password.pattern';

/** What others know of whoever chooses a password: their name, their address, their places. */
type Known = {
	readonly name: string | null;
	readonly email: string | null;
	readonly places?: readonly string[];
};

/** One way to write what looks the same. */
export const normalised = (password: string): string => password.normalize('NFC');

type Judge = { readonly check: ZxcvbnFactory['check']; readonly common: ReadonlySet<string> };
let judge: Promise<Judge> | null = null;

/** Loaded when somebody first chooses a password: few do, and the lists take memory. */
const loadJudge = (): Promise<Judge> => (judge ??= makeJudge());

async function makeJudge(): Promise<Judge> {
	const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
		import('@zxcvbn-ts/core'),
		import('@zxcvbn-ts/language-common')
	]);
	const factory = new ZxcvbnFactory({
		graphs: adjacencyGraphs,
		dictionary: { ...dictionary, local: LOCAL }
	});
	const common = dictionary['passwords-common'].slice(0, MOST_COMMON);
	return {
		check: (password, own) => factory.check(password, own),
		common: new Set([...LOCAL, ...common.filter((it) => it.length > 3)])
	};
}

/**
 * Why a password will not do, as a key of the reasons; null when it does. Any characters may be in
 * it, and none must. It will not do when it is on a list of those that many people choose, also
 * backwards, with digits around it or with signs for letters; when it is what others know of its
 * owner; and when it is a row of keys, a date or a repetition.
 */
export async function objectionTo(password: string, known: Known): Promise<Objection | null> {
	const text = normalised(password);
	const length = Array.from(text).length;
	if (length < SHORTEST) return 'password.short';
	if (length > LONGEST) return 'password.long';

	const plain = text.toLowerCase();
	const core = plain.replace(/^[\d\s\p{P}\p{S}]+|[\d\s\p{P}\p{S}]+$/gu, '');
	if (core === '' || new Set(plain).size < 3) return 'password.pattern';
	const own = wordsOf(known);
	if (own.includes(core) || own.includes(plain)) return 'password.own';
	const { check, common } = await loadJudge();
	if (common.has(core)) return 'password.common';
	const { score, sequence } = check(text.slice(0, JUDGED), own);
	return score < ENOUGH ? reasonOf(sequence) : null;
}

/** All that is known, each as a whole, without spaces, and its words: `wies bakker`, `wies`, `bakker`. */
function wordsOf({ name, email, places = [] }: Known): string[] {
	const facts = [name, email, email?.split('@')[0], ...places].flatMap((it) =>
		it ? [it.toLowerCase()] : []
	);
	const words = facts.flatMap((it) => [it, it.replace(/\s/g, ''), ...it.split(/[^\p{L}\p{N}]+/u)]);
	return [...new Set(words)].filter((it) => it.length > 2);
}

const isWord = ({ pattern }: MatchExtended) => pattern === 'dictionary';

function reasonOf(sequence: readonly MatchExtended[]): Objection {
	const words = sequence.filter(isWord);
	if (words.some(({ dictionaryName }) => dictionaryName === 'userInputs')) return 'password.own';
	return words.length > 0 ? 'password.common' : 'password.pattern';
}
