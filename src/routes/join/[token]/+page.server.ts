import { redirect } from '@sveltejs/kit';
import { followLink } from '#features/people/server/follow-link.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** Looks nothing up: programs that open links in mails must not learn of it, or spend it. */
export const load: PageServerLoad = ({ setHeaders }) => {
	setHeaders({ 'referrer-policy': 'strict-origin' });
};

export const actions: Actions = {
	default: submit(async ({ locals, params }) => {
		const { personId, returnTo } = await followLink(locals.ctx, params.token);
		await locals.signIn(personId);
		redirect(303, returnTo);
	})
};
