import { redirect } from '@sveltejs/kit';
import { castBallot } from '#features/polls/server/cast-ballot.ts';
import { showPoll } from '#features/polls/server/show-poll.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showPoll(ctx, params.consultation, params.poll);

export const actions: Actions = {
	vote: submit(async ({ locals: { ctx }, params }, form) => {
		await castBallot(ctx, params.consultation, params.poll, form);
		redirect(303, '?voted');
	})
};
