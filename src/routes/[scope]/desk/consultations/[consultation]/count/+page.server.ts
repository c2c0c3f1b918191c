import { redirect } from '@sveltejs/kit';
import { confirmCount } from '#features/polls/server/confirm-count.ts';
import { showCount } from '#features/polls/server/show-count.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showCount(ctx, params.consultation);

export const actions: Actions = {
	confirm: submit(async ({ locals: { ctx }, params }) => {
		await confirmCount(ctx, params.consultation);
		redirect(303, '?');
	})
};
