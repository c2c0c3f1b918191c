import { redirect } from '@sveltejs/kit';
import { decideContribution } from '#features/moderation/server/decide-contribution.ts';
import { previewHiding } from '#features/moderation/server/preview-hiding.ts';
import { showContribution } from '#features/moderation/server/show-contribution.ts';
import { translateContribution } from '#features/panels/server/translate-contribution.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showContribution(ctx, params.contribution);

export const actions: Actions = {
	preview: submit(({ locals: { ctx }, params }, form) =>
		previewHiding(ctx, params.contribution, Object.fromEntries(form))
	),
	decide: submit(async ({ locals: { ctx }, params, url }, form) => {
		await decideContribution(ctx, params.contribution, Object.fromEntries(form));
		redirect(303, url.pathname);
	}),
	translate: submit(async ({ locals: { ctx }, params, url }, form) => {
		await translateContribution(ctx, params.contribution, Object.fromEntries(form));
		redirect(303, url.pathname);
	})
};
