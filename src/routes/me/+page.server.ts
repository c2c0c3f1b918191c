import { redirect } from '@sveltejs/kit';
import { listRights } from '#features/electorate/server/list-rights.ts';
import { endHelpdesks } from '#features/helpdesk/server/close-helpdesk.ts';
import { changeName } from '#features/people/server/change-name.ts';
import { endSessions } from '#features/people/server/end-sessions.ts';
import { layDownSeat } from '#features/people/server/lay-down-seat.ts';
import { leavePlace } from '#features/people/server/leave-place.ts';
import { showMe } from '#features/people/server/show-me.ts';
import { listOwnQuestions } from '#features/questions/server/queries.ts';
import { withdrawQuestion } from '#features/questions/server/withdraw-question.ts';
import { requirePerson } from '#kernel/server/context.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	me: await showMe(ctx),
	consultations: await listRights(ctx.read, requirePerson(ctx), ctx.now),
	questions: await listOwnQuestions(ctx.read, { askerId: requirePerson(ctx) }, ctx.now)
});

export const actions: Actions = {
	name: submit(async ({ locals: { ctx } }, form) => {
		await changeName(ctx, Object.fromEntries(form));
		redirect(303, '/me');
	}),
	leave: submit(async ({ locals: { ctx } }, form) => {
		await leavePlace(ctx, Object.fromEntries(form));
		redirect(303, '/me?left');
	}),
	layDown: submit(async ({ locals: { ctx } }, form) => {
		await layDownSeat(ctx, Object.fromEntries(form));
		redirect(303, '/me?laid-down#seats');
	}),
	withdrawQuestion: submit(async ({ locals: { ctx } }, form) => {
		await withdrawQuestion(ctx, Object.fromEntries(form));
		redirect(303, '/me?question-withdrawn');
	}),
	everywhere: submit(async ({ locals }) => {
		await endHelpdesks(locals.ctx);
		await endSessions(locals.ctx);
		await locals.signOut();
		redirect(303, '/');
	})
};
