import { redirect } from '@sveltejs/kit';
import { askingBrowser, rememberBrowser } from '#features/sign-in/browser-cookie.ts';
import { askMail } from '#features/sign-in/server/ask-mail.ts';
import { enterDigits } from '#features/sign-in/server/enter-digits.ts';
import { textIn } from '#kernel/form.ts';
import { newId, newToken } from '#kernel/ids.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ url }) => ({
	asked: url.searchParams.has('asked') || url.searchParams.has('/digits'),
	page: newId()
});

export const actions: Actions = {
	ask: submit(async ({ locals, cookies, url }, form) => {
		const browser = askingBrowser(cookies, url) || newToken();
		await askMail(locals.ctx, { email: textIn(form, 'email') }, browser);
		rememberBrowser(cookies, url, browser);
		locals.nudge();
		redirect(303, '/sign-in?asked');
	}),
	digits: submit(async ({ locals, cookies, url }, form) => {
		const browser = askingBrowser(cookies, url);
		const input = { digits: textIn(form, 'digits') };
		const page = textIn(form, 'page');
		const { personId, returnTo } = await enterDigits(locals.ctx, input, { browser, page });
		await locals.signIn(personId);
		redirect(303, returnTo);
	})
};
