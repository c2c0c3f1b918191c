import { redirect } from '@sveltejs/kit';
import { copySettings, showCopying } from '#features/house-rules/server/copy-settings.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	showCopying(ctx, url.searchParams);

export const actions: Actions = {
	copy: submit(async ({ locals: { ctx }, url }, form) => {
		const input = { what: form.getAll('what'), place: form.getAll('place') };
		const count = await copySettings(ctx, input);
		redirect(303, `${url.pathname}?copied=${String(count)}`);
	})
};
