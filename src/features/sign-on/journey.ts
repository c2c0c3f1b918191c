import * as v from 'valibot';
import { VALID_MINUTES } from '#features/factors/challenge.ts';
import { localPath } from '#features/people/local-path.ts';
import type { Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';

/** To confirm that it is them, somebody goes to the provider and comes back to where they were. */
export type Return = { readonly back: string; readonly stay: boolean };

/** What a browser keeps while its person is at the provider. */
export type Journey = {
	/** Long and random: by it the browser is known that went there. */
	readonly secret: string;
	/** Null: to come in. */
	readonly confirm: Return | null;
};

/** What a challenge of this journey is for, so that it serves in this browser and for this only. */
export const purposeOf = ({ secret, confirm }: Journey, personId: string | null): string =>
	`sign-on/${sha256(secret)}/${confirm ? `confirm/${personId ?? ''}` : 'enter'}`;

/**
 * What is known to this browser and us only, of one try to sign in: what the provider puts in its
 * answer, and what we show when we fetch that. Made again when it is needed, so kept nowhere.
 */
export function secretsOf({ seal }: Pick<Context, 'seal'>, { secret }: Journey, state: string) {
	const of = (what: string) => seal(`sign-on/${what}/${secret}/${state}`);
	return { nonce: of('nonce'), verifier: of('verifier') };
}

const journey = v.object({
	secret: v.pipe(v.string(), v.regex(/^\w{32}$/)),
	confirm: v.nullable(
		v.object({
			back: v.pipe(
				v.string(),
				v.transform((path) => localPath(path))
			),
			stay: v.boolean()
		})
	)
});

type Jar = {
	get(name: string): string | undefined;
	set(
		name: string,
		value: string,
		options: Readonly<Record<string, unknown>> & { path: '/' }
	): void;
	delete(name: string, options: Readonly<Record<string, unknown>> & { path: '/' }): void;
};

const nameIn = (url: URL) => (url.protocol === 'https:' ? '__Host-sign-on' : 'sign-on');
const optionsIn = (url: URL) =>
	({
		path: '/',
		httpOnly: true,
		// the provider sends the browser back by a link
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	}) as const;

export function keepJourney(cookies: Jar, url: URL, it: Journey): void {
	const value = Buffer.from(JSON.stringify(it)).toString('base64url');
	cookies.set(nameIn(url), value, { ...optionsIn(url), maxAge: VALID_MINUTES * 60 });
}

/** The journey that a browser is on; it is over now. Null when it is on none. */
export function takeJourney(cookies: Jar, url: URL): Journey | null {
	const value = cookies.get(nameIn(url));
	if (value === undefined) return null;
	cookies.delete(nameIn(url), optionsIn(url));
	try {
		const kept: unknown = JSON.parse(Buffer.from(value, 'base64url').toString());
		const { success, output } = v.safeParse(journey, kept);
		return success ? output : null;
	} catch {
		return null;
	}
}
