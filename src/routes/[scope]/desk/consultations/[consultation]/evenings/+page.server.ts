import { redirect } from '@sveltejs/kit';
import { planEvening } from '#features/evenings/server/plan-evening.ts';
import { removeEvening } from '#features/evenings/server/remove-evening.ts';
import { showPlanning } from '#features/evenings/server/show-planning.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showPlanning(ctx, params.consultation);

export const actions: Actions = {
	plan: submit(async ({ locals: { ctx }, params, url }, form) => {
		await planEvening(ctx, params.consultation, Object.fromEntries(form));
		redirect(303, `${url.pathname}#planned`);
	}),
	remove: submit(async ({ locals: { ctx }, params, url }, form) => {
		await removeEvening(ctx, params.consultation, textIn(form, 'evening'));
		redirect(303, `${url.pathname}#planned`);
	})
};
