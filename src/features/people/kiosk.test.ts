import { expect, test } from 'vitest';
import { isForKiosk } from './kiosk.ts';
import { DOORS } from '#tests/support/access-table.ts';

const routes = [...new Set(Object.keys(DOORS).map((name) => name.split(' ')[0] ?? ''))];

test('at the tablet of a school a parent reads, votes, writes and chooses a language', () => {
	const poll = '/[scope]/consultations/[consultation]/polls/[poll]';
	for (const route of ['/', '/[scope]', '/[scope]/house-rules', '/help', '/preferences', poll])
		expect(isForKiosk(route)).toBe(true);
});

test('nobody has a desk there, nor what is for a device of their own, nor any other page', () => {
	const others = routes.filter((route) => !isForKiosk(route));
	expect(others.filter((route) => route.startsWith('/[scope]/desk')).length).toBeGreaterThan(15);
	expect(others.filter((route) => !route.startsWith('/[scope]')).toSorted()).toEqual([
		'/confirm',
		'/helpdesk',
		'/helpdesk/find',
		'/hooks/bounce',
		'/join',
		'/join/[token]',
		'/me',
		'/me/security',
		'/me/sessions',
		'/request/[scope]',
		'/setup',
		'/sign-in',
		'/sign-in/[token]',
		'/sign-in/oidc',
		'/sign-in/oidc/callback',
		'/sign-in/oidc/start',
		'/sign-in/passkey',
		'/sign-in/password',
		'/sign-out'
	]);
	expect(routes.filter((route) => route.startsWith('/[scope]/desk') && isForKiosk(route))).toEqual(
		[]
	);
	expect(isForKiosk(null)).toBe(false);
});
