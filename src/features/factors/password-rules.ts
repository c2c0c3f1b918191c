const SHORTEST = 8;
const LONGEST = 256;

/** What many people choose, and what anybody would guess of a school; digits around it do not help. */
const COMMON = new Set(
	`password passw wachtwoord welkom welcome qwerty qwertyuiop qwertz azerty asdfghjkl zxcvbnm
	abcdefgh abcabc iloveyou ikhouvanjou sunshine princess prinses football voetbal baseball monkey
	dragon master superman batman pokemon letmein login admin administrator geheim secret trustno
	whatever starwars computer internet michael jessica charlie jordan michelle feyenoord amsterdam
	rotterdam nederland holland school basisschool deschool schoolplein ouder ouders ouderraad
	medezeggenschap leerkracht directeur juf meester samenspraak zomer winter lente herfst januari
	december maandag vrijdag`.split(/\s+/)
);

/** One way to write what looks the same. */
export const normalised = (password: string): string => password.normalize('NFC');

/** Why a password will not do, as a key of the reasons; null when it does. Any characters may be in it. */
export function objectionTo(
	password: string,
	{ name, email }: { readonly name: string | null; readonly email: string | null }
): 'password.short' | 'password.long' | 'password.common' | null {
	const text = normalised(password);
	const length = Array.from(text).length;
	if (length < SHORTEST) return 'password.short';
	if (length > LONGEST) return 'password.long';
	const plain = text.toLowerCase();
	const core = plain.replace(/^[\d\s\p{P}\p{S}]+|[\d\s\p{P}\p{S}]+$/gu, '');
	const own = [name, email, email?.split('@')[0]].map((it) => it?.toLowerCase());
	const isOneSign = new Set(plain).size < 3;
	return core === '' || COMMON.has(core) || own.includes(plain) || own.includes(core) || isOneSign
		? 'password.common'
		: null;
}
