import { redirect } from '@sveltejs/kit';
import { enterPassword } from '#features/factors/server/enter-password.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions } from './$types.ts';

export const actions: Actions = {
	default: submit(async ({ locals }, form) => {
		const [email, password] = [textIn(form, 'email'), textIn(form, 'password')];
		const { personId, returnTo } = await enterPassword(locals.ctx, email, password);
		await locals.signIn(personId, 'password');
		redirect(303, returnTo);
	})
};
