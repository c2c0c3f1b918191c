import { redirect } from '@sveltejs/kit';
import { draftForm } from '#features/consultations/input.ts';
import { reviseConsultation } from '#features/consultations/server/revise-consultation.ts';
import { slugOf } from '#features/consultations/slug.ts';
import { agreeGroundRules } from '#features/launch/server/agree-ground-rules.ts';
import { correctConsultation } from '#features/launch/server/correct-consultation.ts';
import { extendConsultation } from '#features/launch/server/extend-consultation.ts';
import { openConsultation } from '#features/launch/server/open-consultation.ts';
import { resumeConsultation } from '#features/launch/server/resume-consultation.ts';
import { showPlan } from '#features/launch/server/show-plan.ts';
import { suspendConsultation } from '#features/launch/server/suspend-consultation.ts';
import { withdrawConsultation } from '#features/launch/server/withdraw-consultation.ts';
import { openPanel } from '#features/panels/server/open-panel.ts';
import { openPoll } from '#features/polls/server/open-poll.ts';
import { removePoll } from '#features/polls/server/remove-poll.ts';
import type { Context } from '#kernel/server/context.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showPlan(ctx, params.consultation);

type Deed = (ctx: Context, slug: string, form: FormData) => Promise<unknown>;

/** Does it, and comes back to this page at the place where it shows. */
const back = (anchor: string, deed: Deed) =>
	submit(async ({ locals: { ctx }, params, url }: RequestEvent, form) => {
		await deed(ctx, params.consultation, form);
		redirect(303, `${url.pathname}#${anchor}`);
	});
const input = (form: FormData) => Object.fromEntries(form);

export const actions: Actions = {
	revise: back('state', (ctx, slug, form) => reviseConsultation(ctx, slug, draftForm(form))),
	panel: back('panels', (ctx, slug, form) =>
		openPanel(ctx, slug, {
			...input(form),
			slug: textIn(form, 'slug') || slugOf(textIn(form, 'title'))
		})
	),
	poll: back('polls', (ctx, slug, form) => openPoll(ctx, slug, input(form))),
	removePoll: back('polls', (ctx, slug, form) => removePoll(ctx, slug, textIn(form, 'poll'))),
	agree: back('agree', (ctx, slug, form) =>
		agreeGroundRules(ctx, slug, {
			names: [textIn(form, 'name1'), textIn(form, 'name2')],
			day: textIn(form, 'day')
		})
	),
	open: back('state', openConsultation),
	extend: back('state', (ctx, slug, form) => extendConsultation(ctx, slug, input(form))),
	correct: back('state', (ctx, slug, form) => correctConsultation(ctx, slug, input(form))),
	suspend: back('state', (ctx, slug, form) => suspendConsultation(ctx, slug, input(form))),
	resume: back('state', (ctx, slug, form) => resumeConsultation(ctx, slug, input(form))),
	withdraw: back('state', (ctx, slug, form) => withdrawConsultation(ctx, slug, input(form)))
};
