import { redirect } from '@sveltejs/kit';
import { printedCode } from '#features/people/code.ts';
import { assertSetupKey, isEmpty, setUpInstallation } from '#features/people/server/set-up.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx }, request }) => {
	// the answer to the form still has a code to show
	if (request.method === 'GET' && !(await isEmpty(ctx.read))) redirect(303, '/');
};

export const actions: Actions = {
	own: submit(async ({ locals }, form) => {
		const made = await setUpInstallation(locals.ctx, locals.setupKey, Object.fromEntries(form));
		await locals.signIn(made.personId);
		return { code: made.code, slug: made.slug };
	}),
	demo: submit(async ({ locals }, form) => {
		assertSetupKey(locals.setupKey, form.get('key'));
		const doors = await locals.loadDemo();
		const { locale } = locals.ctx;
		return {
			doors: doors.map(({ who, place, code, path, does }) => ({
				name: `${who}, ${place}`,
				code: code && printedCode(code),
				path: code ? `/join?code=${code}` : path,
				does: does[locale]
			}))
		};
	})
};
