import { redirect } from '@sveltejs/kit';
import { enterPasskey } from '#features/factors/server/enter-passkey.ts';
import { askPasskey } from '#features/factors/server/offer-passkey.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, url }) => ({
	offer: askPasskey(ctx, url.hostname)
});

export const actions: Actions = {
	default: submit(async ({ locals, url }, form) => {
		const { personId, returnTo } = await enterPasskey(locals.ctx, url, Object.fromEntries(form));
		await locals.signIn(personId, 'factor');
		redirect(303, returnTo);
	})
};
