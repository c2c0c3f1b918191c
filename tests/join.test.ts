import { isRedirect } from '@sveltejs/kit';
import { expect, test, vi } from 'vitest';
import { insertSignInCode } from '#features/people/server/make-sign-in-code.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import { actions } from '../src/routes/join/+page.server.ts';
import { aConsultation } from './support/consultation.ts';
import { NOON } from './support/world.ts';

test('the code of a letter lets in a parent and nobody else, whatever they are besides', async () => {
	const { school, families } = await aConsultation({ families: 1 });
	const [family] = families;
	if (!family) throw new Error('no family');
	const { personId } = family;
	const ctx = { ...school.guest(), scope: HOME };
	const own = { personId, code: 'HANNEKE2', returnTo: '/vuurvogel/desk' };
	await school.store.write((tx) => insertSignInCode(tx, { ...ctx, now: NOON }, own));

	const enter = async (code: string) => {
		const [signIn, signInAsParent] = [vi.fn(), vi.fn()];
		const body = new URLSearchParams({ code });
		const request = new Request('http://localhost/join', { method: 'POST', body });
		const event = { locals: { ctx, signIn, signInAsParent }, request };
		const answer: unknown = await Promise.resolve(actions.default?.(event as never)).catch(
			(it: unknown) => it
		);
		expect(isRedirect(answer)).toBe(true);
		return [signIn.mock.calls, signInAsParent.mock.calls];
	};
	expect(await enter(family.code)).toEqual([[], [[personId]]]);
	expect(await enter('HANNEKE2')).toEqual([[[personId]], []]);
});
