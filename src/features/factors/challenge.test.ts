import { expect, test } from 'vitest';
import { endOf, newChallenge } from './challenge.ts';
import { sealWith } from '#kernel/server/hash.ts';
import { minutesLater, NOON } from '#tests/support/world.ts';

const ctx = { seal: sealWith('a key for tests, of at least 32 characters'), now: NOON };

test('a challenge holds for its purpose and a quarter of an hour, and every one is another', () => {
	const challenge = newChallenge(ctx, 'sign-in');
	expect(endOf(ctx, 'sign-in', challenge)).toEqual(minutesLater(15));
	expect(endOf({ ...ctx, now: minutesLater(15) }, 'sign-in', challenge)).toBeNull();
	expect(endOf(ctx, 'add/anna', challenge)).toBeNull();
	expect(newChallenge(ctx, 'sign-in')).not.toBe(challenge);
});

test('a challenge that somebody else made, or changed, is none of ours', () => {
	const challenge = newChallenge(ctx, 'sign-in');
	const other = { ...ctx, seal: sealWith('another key for tests, of 32 characters') };
	expect(endOf(other, 'sign-in', challenge)).toBeNull();
	for (const it of ['', 'x', `${challenge}AAAA`, `AAAA${challenge.slice(4)}`])
		expect(endOf(ctx, 'sign-in', it)).toBeNull();
});
