import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepJourney, purposeOf, secretsOf, takeJourney, type Journey } from './journey.ts';
import { newToken } from '#kernel/ids.ts';
import { sealWith } from '#kernel/server/hash.ts';

const HERE = new URL('https://praatmee.school.example/sign-in/oidc/start');

/** The cookies of one browser, with how they were set. */
function aJar(url: URL) {
	const kept = new Map<string, string>();
	const how: unknown[] = [];
	const jar = {
		get: (name: string) => kept.get(name),
		set: (name: string, value: string, options: unknown) => {
			kept.set(name, value);
			how.push(options);
		},
		delete: (name: string) => kept.delete(name)
	};
	return {
		kept,
		how,
		keep: (it: Journey) => keepJourney(jar, url, it),
		take: () => takeJourney(jar, url)
	};
}

const entering = (): Journey => ({ secret: newToken(), confirm: null });

test('a browser keeps where it goes for a quarter of an hour, out of reach of scripts, and once', () => {
	const { kept, how, keep, take } = aJar(HERE);
	const journey = { secret: newToken(), confirm: { back: '/vuurvogel/desk', stay: false } };
	keep(journey);
	expect([...kept.keys()]).toEqual(['__Host-sign-on']);
	expect(how).toEqual([
		{ path: '/', httpOnly: true, sameSite: 'lax', secure: true, maxAge: 15 * 60 }
	]);
	expect(take()).toEqual(journey);
	expect(take()).toBeNull();
});

test('a cookie that somebody made up leads nowhere, and never to another website', () => {
	const { kept, keep, take } = aJar(HERE);
	keep({ ...entering(), confirm: { back: '//evil.example', stay: true } });
	expect(take()?.confirm).toEqual({ back: '/', stay: true });
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
			for (const value of [text, Buffer.from(text).toString('base64url')]) {
				kept.set('__Host-sign-on', value);
				expect(take()).toBeNull();
			}
		})
	);
});

test('what is secret of a try is of one browser and one try', () => {
	const ctx = { seal: sealWith('a key for tests, of at least 32 characters') };
	const [mine, other] = [entering(), entering()];
	const first = secretsOf(ctx, mine, 'a state');
	expect(secretsOf(ctx, mine, 'a state')).toEqual(first);
	// as long as the standard asks of a verifier (RFC 7636), in its letters
	expect(first.verifier).toMatch(/^[A-Za-z0-9._~-]{43,128}$/);
	const all = [first, secretsOf(ctx, other, 'a state'), secretsOf(ctx, mine, 'another')];
	expect(new Set(all.flatMap(({ nonce, verifier }) => [nonce, verifier])).size).toBe(6);
});

test('coming in and confirming, by whom, in which browser: each is something else', () => {
	const mine = entering();
	const confirming = { ...mine, confirm: { back: '/', stay: false } };
	const purposes = [
		purposeOf(mine, null),
		purposeOf(entering(), null),
		purposeOf(confirming, 'anna'),
		purposeOf(confirming, 'bas')
	];
	expect(new Set(purposes).size).toBe(4);
	expect(purposeOf(mine, 'anna')).toBe(purposeOf(mine, null));
});
