import { redirect } from '@sveltejs/kit';
import { askMembership, showAsking } from '#features/people/server/ask-membership.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx } }) => showAsking(ctx);

export const actions: Actions = {
	default: submit(async ({ locals: { ctx }, url }, form) => {
		await askMembership(ctx, Object.fromEntries(form));
		redirect(303, `${url.pathname}?asked`);
	})
};
