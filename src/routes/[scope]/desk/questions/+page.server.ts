import { redirect } from '@sveltejs/kit';
import { answerQuestion } from '#features/questions/server/answer-question.ts';
import { showQuestions } from '#features/questions/server/show-questions.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx } }) => showQuestions(ctx);

export const actions: Actions = {
	answer: submit(async ({ locals: { ctx }, url }, form) => {
		await answerQuestion(ctx, Object.fromEntries(form));
		redirect(303, `${url.pathname}?answered`);
	})
};
