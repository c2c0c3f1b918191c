import { redirect } from '@sveltejs/kit';
import { decideRequest } from '#features/people/server/decide-request.ts';
import { showRequests } from '#features/people/server/show-requests.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx } }) => showRequests(ctx);

/** The link of a new account is in the answer to the form, once, and nowhere else. */
export const actions: Actions = {
	decide: submit(async ({ locals: { ctx }, url }, form) => {
		const token = await decideRequest(ctx, Object.fromEntries(form));
		if (token === null) redirect(303, `${url.pathname}?decided`);
		return { link: `${url.origin}/join/${token}` };
	})
};
