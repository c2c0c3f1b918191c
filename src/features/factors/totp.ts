/** How long the digits of an app are the same, and how far a clock may be off: one such step. */
const PERIOD_SECONDS = 30;
const WINDOW = 1;

const SETTINGS = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS } as const;
const load = () => import('otpauth');

/** A new secret that an app makes its digits of: 160 bits, in the letters that apps take. */
export async function newSecret(): Promise<string> {
	const { Secret } = await load();
	return new Secret({ size: 20 }).base32;
}

/** The address that an app reads from a square code. `name` is what it shows beside the digits. */
export async function addressOf(secret: string, name: string): Promise<string> {
	const { TOTP } = await load();
	return new TOTP({ ...SETTINGS, issuer: 'Samenspraak', label: name, secret }).toString();
}

/** The step of time that these digits belong to, of the present one and those beside it; or null. */
export async function stepOf(secret: string, digits: string, now: Date): Promise<number | null> {
	const { TOTP } = await load();
	const timestamp = now.getTime();
	const totp = new TOTP({ ...SETTINGS, secret });
	const delta = totp.validate({ token: digits, timestamp, window: WINDOW });
	return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

/** What was typed as the digits it can be; null when it cannot. */
export function digitsIn(text: string): string | null {
	const digits = text.replace(/[\s\p{Pd}.]/gu, '');
	return /^\d{6}$/.test(digits) ? digits : null;
}
