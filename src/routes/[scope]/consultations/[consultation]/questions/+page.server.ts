import { redirect } from '@sveltejs/kit';
import { askQuestion } from '#features/questions/server/ask-question.ts';
import { showAsking } from '#features/questions/server/show-asking.ts';
import { withdrawQuestion } from '#features/questions/server/withdraw-question.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showAsking(ctx, params.consultation);

export const actions: Actions = {
	ask: submit(async ({ locals: { ctx }, params, url }, form) => {
		await askQuestion(ctx, params.consultation, Object.fromEntries(form));
		redirect(303, `${url.pathname}?asked`);
	}),
	withdraw: submit(async ({ locals: { ctx }, url }, form) => {
		await withdrawQuestion(ctx, Object.fromEntries(form));
		redirect(303, `${url.pathname}?withdrawn`);
	})
};
