import { redirect } from '@sveltejs/kit';
import { enterCode } from '#features/electorate/server/enter-code.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** A code in the address, from the square on a letter, only fills in the field. */
export const load: PageServerLoad = ({ url }) => ({
	code: (url.searchParams.get('code') ?? '').slice(0, 40)
});

export const actions: Actions = {
	default: submit(async ({ locals }, form) => {
		const { personId, returnTo, asParent } = await enterCode(locals.ctx, textIn(form, 'code'));
		await (asParent ? locals.signInAsParent(personId) : locals.signIn(personId));
		redirect(303, returnTo);
	})
};
