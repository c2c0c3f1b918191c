import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStrong, shownAgo } from './assurance.ts';

const WHEN = { iat: 1_000_000, auth_time: 999_940 };

test.each([
	[{ amr: ['pwd', 'mfa'] }, true],
	[{ amr: ['otp'] }, true],
	[{ amr: ['hwk', 'user'] }, true],
	[{ amr: ['pwd'] }, false],
	[{ amr: ['pwd', 'sms'] }, false],
	[{ amr: 'mfa' }, false],
	[{ amr: ['MFA'] }, false],
	[{ amr: [['mfa']] }, false],
	[{ acr: 'hoog' }, true],
	[{ acr: 'laag' }, false],
	[{ acr: ['hoog'] }, false],
	[{}, false]
])('a second factor was shown by %j: %s', (said, strong) => {
	expect(isStrong({ ...WHEN, ...said }, ['hoog'])).toBe(strong);
	// who cannot be seen to show it anew has not shown it
	expect(isStrong(said, ['hoog'])).toBe(false);
});

test('no class of signing in counts that the administrator did not name', () => {
	fc.assert(
		fc.property(fc.string(), (acr) => {
			expect(isStrong({ ...WHEN, acr }, [])).toBe(false);
		})
	);
});

test('how long ago somebody showed who they are goes by the clock of the provider', () => {
	expect(shownAgo(WHEN)).toBe(60);
	expect(shownAgo({ iat: 5, auth_time: 9 })).toBe(0);
	for (const at of [undefined, null, '999940', Number.NaN, Infinity])
		expect(shownAgo({ iat: 1_000_000, auth_time: at })).toBeNull();
	expect(shownAgo({ auth_time: 999_940 })).toBeNull();
});
