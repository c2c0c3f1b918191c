import { redirect } from '@sveltejs/kit';
import { answerTheme } from '#features/reports/server/answer-theme.ts';
import { completeConsultation } from '#features/reports/server/complete-consultation.ts';
import { keepPromise } from '#features/reports/server/keep-promise.ts';
import { showAnswers } from '#features/reports/server/show-desk.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showAnswers(ctx, params.consultation);

const themeOf = (form: FormData) => textIn(form, 'theme');

export const actions: Actions = {
	answer: submit(async ({ locals: { ctx }, params }, form) => {
		await answerTheme(ctx, params.consultation, themeOf(form), form);
		redirect(303, `?saved#theme-${themeOf(form)}`);
	}),
	keep: submit(async ({ locals: { ctx }, params }, form) => {
		await keepPromise(ctx, params.consultation, themeOf(form));
		redirect(303, `?saved#theme-${themeOf(form)}`);
	}),
	complete: submit(async ({ locals: { ctx, text }, params }) => {
		await completeConsultation(ctx, params.consultation, text.reports.desk.answersAdded);
		redirect(303, `/${params.scope}/consultations/${params.consultation}/report`);
	})
};
