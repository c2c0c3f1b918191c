import { redirect } from '@sveltejs/kit';
import { editContribution } from '#features/panels/server/edit-contribution.ts';
import { enterContribution } from '#features/panels/server/enter-contribution.ts';
import { postContribution } from '#features/panels/server/post-contribution.ts';
import { showPanel } from '#features/panels/server/show-panel.ts';
import { supportContribution } from '#features/panels/server/support-contribution.ts';
import { withdrawContribution } from '#features/panels/server/withdraw-contribution.ts';
import { addressAt, addressWithout } from '#features/panels/sieve.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	showPanel(ctx, params.consultation, params.panel, url.searchParams);

export const actions: Actions = {
	post: submit(async ({ locals: { ctx }, params, url }, form) => {
		const { consultation, panel } = params;
		const id = await postContribution(ctx, consultation, panel, Object.fromEntries(form));
		redirect(303, addressAt(url, id));
	}),
	enter: submit(async ({ locals: { ctx }, params, url }, form) => {
		const { consultation, panel } = params;
		const id = await enterContribution(ctx, consultation, panel, Object.fromEntries(form));
		redirect(303, addressAt(url, id));
	}),
	edit: submit(async ({ locals: { ctx }, url }, form) => {
		const id = textIn(form, 'contribution');
		await editContribution(ctx, id, Object.fromEntries(form));
		redirect(303, addressAt(url, id));
	}),
	withdraw: submit(async ({ locals: { ctx }, url }, form) => {
		const id = textIn(form, 'contribution');
		await withdrawContribution(ctx, id);
		redirect(303, addressWithout(url));
	}),
	support: submit(async ({ locals: { ctx }, url }, form) => {
		const wanted = textIn(form, 'support');
		const id = wanted || textIn(form, 'withhold');
		await supportContribution(ctx, id, wanted !== '');
		redirect(303, addressAt(url, id));
	})
};
