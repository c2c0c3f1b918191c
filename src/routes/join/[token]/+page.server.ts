import { redirect } from '@sveltejs/kit';
import { followLink } from '#features/people/server/follow-link.ts';
import { textIn } from '#kernel/form.ts';
import { newId } from '#kernel/ids.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** Looks nothing up: programs that open links in mails must not learn of it, or spend it. */
export const load: PageServerLoad = ({ setHeaders }) => {
	setHeaders({ 'referrer-policy': 'strict-origin' });
	return { page: newId() };
};

export const actions: Actions = {
	default: submit(async ({ locals, params }, form) => {
		const page = textIn(form, 'page');
		const { personId, returnTo, asParent } = await followLink(locals.ctx, params.token, page);
		await (asParent ? locals.signInAsParent(personId) : locals.signIn(personId));
		redirect(303, returnTo);
	})
};
