import { expect, test } from 'vitest';
import { isIssuer, providerIn } from './settings.ts';

const WHOLE = {
	issuer: 'https://login.school.example/realm',
	clientId: 'samenspraak',
	clientSecret: 'a secret of two',
	name: 'Schoolaccount',
	acr: ''
};
const NOTHING = { issuer: '', clientId: '', clientSecret: '', name: '', acr: '' };

test('without settings there is no provider, and with all of them there is', () => {
	expect(providerIn(NOTHING)).toBeNull();
	expect(providerIn(WHOLE)).toMatchObject({ name: 'Schoolaccount', strongClasses: [] });
	expect(providerIn({ ...WHOLE, name: '', acr: ' mfa  hoog ' })).toMatchObject({
		name: 'login.school.example',
		strongClasses: ['mfa', 'hoog']
	});
});

test.each([
	[{ ...WHOLE, issuer: '' }, 'OIDC_ISSUER is missing'],
	[{ ...WHOLE, clientId: '' }, 'OIDC_CLIENT_ID is missing'],
	[{ ...WHOLE, clientSecret: '' }, 'OIDC_CLIENT_SECRET is missing'],
	[{ ...NOTHING, name: 'Schoolaccount' }, 'OIDC_NAME is set, but OIDC_ISSUER is missing'],
	[{ ...NOTHING, acr: 'mfa' }, 'OIDC_ACR is set, but OIDC_ISSUER is missing']
])('half of the settings stop the start: %#', (given, sentence) => {
	expect(() => providerIn(given)).toThrow(sentence);
});

test.each([
	['https://login.school.example', true],
	['https://login.school.example/tenant/v2.0', true],
	['http://localhost:8080', true],
	['http://127.0.0.1:8080/realm', true],
	['http://[::1]:8080', true],
	['http://login.school.example', false],
	['http://localhost.school.example', false],
	['http://127.0.0.1.nip.example', false],
	['https://name:secret@login.school.example', false],
	['https://login.school.example/?tenant=1', false],
	['https://login.school.example/#top', false],
	['ftp://localhost', false],
	['login.school.example', false],
	['', false]
])('a provider at %j: %s', (text, fits) => {
	expect(isIssuer(text)).toBe(fits);
});
