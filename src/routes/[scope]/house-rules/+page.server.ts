import { redirect } from '@sveltejs/kit';
import { acceptHouseRules } from '#features/house-rules/server/accept-house-rules.ts';
import { publishHouseRules } from '#features/house-rules/server/publish-house-rules.ts';
import { showHouseRules } from '#features/house-rules/server/show-house-rules.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/** `?edition=` shows one that is cited somewhere, also when it holds no longer. */
export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	showHouseRules(ctx, url.searchParams.get('edition') ?? undefined);

export const actions: Actions = {
	accept: submit(async ({ locals: { ctx }, url }) => {
		await acceptHouseRules(ctx);
		redirect(303, url.pathname);
	}),
	publish: submit(async ({ locals: { ctx }, url }, form) => {
		await publishHouseRules(ctx, Object.fromEntries(form));
		redirect(303, url.pathname);
	})
};
