import { redirect } from '@sveltejs/kit';
import { enterSlip } from '#features/polls/server/enter-slip.ts';
import { showSlips } from '#features/polls/server/show-slips.ts';
import { strikeSlip } from '#features/polls/server/strike-slip.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	showSlips(ctx, params.consultation, url.searchParams.get('poll'));

export const actions: Actions = {
	enter: submit(async ({ locals: { ctx }, params }, form) => {
		const poll = textIn(form, 'poll');
		const outcome = await enterSlip(ctx, params.consultation, poll, form);
		const channel = textIn(form, 'channel');
		redirect(303, `?${new URLSearchParams({ poll, channel, outcome }).toString()}#code`);
	}),
	strike: submit(async ({ locals: { ctx }, params }, form) => {
		const poll = textIn(form, 'poll');
		await strikeSlip(ctx, params.consultation, poll, textIn(form, 'slip'));
		redirect(303, `?${new URLSearchParams({ poll }).toString()}#refused`);
	})
};
