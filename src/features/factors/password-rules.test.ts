import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalised, objectionTo } from './password-rules.ts';

const wies = { name: 'Wies Bakker', email: 'wies@example.org' };

test.each([
	['kort', 'password.short'],
	['x7!'.repeat(86), 'password.long'],
	['Welkom01', 'password.common'],
	['wachtwoord!', 'password.common'],
	['12345678', 'password.common'],
	['aaaaaaaaaa', 'password.common'],
	['wies bakker', 'password.common'],
	['wies@example.org', 'password.common'],
	['vier paarse fietsen', null],
	['пароль для школы', null]
])('of the password %j is said: %s', (password, objection) => {
	expect(objectionTo(password, wies)).toBe(objection);
});

test('a password is the same however its letters with accents are written', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(normalised(text.normalize('NFD'))).toBe(normalised(text.normalize('NFC')));
		})
	);
});
