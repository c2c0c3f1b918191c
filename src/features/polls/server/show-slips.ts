import { lastEntryDay } from '../rules.ts';
import { countSlips, listPolls, refusedSlips } from './queries.ts';
import type { Refusal } from './schema.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { newToken } from '#kernel/ids.ts';
import type { Context } from '#kernel/server/context.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

const REFUSALS = ['double', 'invalid', 'late', 'unknown'] as const satisfies readonly Refusal[];

/** What whoever enters slips sees of one poll: how many became what, and those that were refused. */
export async function showSlips(ctx: Context, consultationSlug: string, pollSlug: string | null) {
	const consultation = await getConsultation(ctx.read, ctx.scope, consultationSlug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'slip.enter', consultation);
	const asked = await listPolls(ctx.read, consultation.id);
	const chosen = asked.find(({ slug }) => slug === pollSlug) ?? asked[0];
	const refused = chosen ? await refusedSlips(ctx.read, chosen.id) : [];
	const counted = chosen ? await countSlips(ctx.read, chosen.id) : 0;
	return {
		consultation: {
			slug: consultationSlug,
			title: consultation.title,
			stage: stageOf(consultation, ctx.now),
			closesAt: consultation.closesAt
		},
		/** What a form brings along, so that sending it twice enters one slip. */
		page: newToken(),
		today: dayOf(ctx.now),
		lastDay: lastEntryDay(consultation.closesAt),
		polls: asked.map(({ slug, question }) => ({ slug, question })),
		poll: chosen && {
			slug: chosen.slug,
			question: chosen.question,
			method: chosen.method,
			options: chosen.options,
			settings: chosen.settings
		},
		outcomes: [
			{ outcome: 'counted' as const, count: counted },
			...REFUSALS.map((outcome) => ({
				outcome,
				count: refused.filter((slip) => slip.outcome === outcome).length
			}))
		],
		refused: refused
			.filter(({ code }) => code !== null)
			.map(({ id, code, outcome, enteredOn }) => ({
				id,
				code: code ?? '',
				outcome,
				enteredOn: enteredOn ?? ''
			}))
			.toSorted((a, b) => a.enteredOn.localeCompare(b.enteredOn) || a.code.localeCompare(b.code))
	};
}
