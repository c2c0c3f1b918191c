import { redirect } from '@sveltejs/kit';
import { askingBrowser } from '#features/sign-in/browser-cookie.ts';
import { enterMailedLink } from '#features/sign-in/server/enter-mailed-link.ts';
import { textIn } from '#kernel/form.ts';
import { newId } from '#kernel/ids.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** Looks nothing up: programs that open links in mails must not learn of it, or spend it. */
export const load: PageServerLoad = ({ cookies, url, setHeaders }) => {
	setHeaders({ 'referrer-policy': 'strict-origin' });
	return { page: newId(), hasAsked: askingBrowser(cookies, url) !== '' };
};

export const actions: Actions = {
	default: submit(async ({ locals, params, cookies, url }, form) => {
		const { personId, returnTo } = await enterMailedLink(
			locals.ctx,
			{ digits: textIn(form, 'digits') },
			{
				token: params.token,
				browser: askingBrowser(cookies, url),
				page: textIn(form, 'page')
			}
		);
		await locals.signIn(personId);
		redirect(303, returnTo);
	})
};
