import { eq } from 'drizzle-orm';
import { isDecidedSoon, missingFor } from '../guards.ts';
import {
	isCorrectable,
	isExtendable,
	isResumable,
	isSuspendable,
	isWithdrawable
} from '../rules.ts';
import { askedPolls, preparationOf } from './preparation.ts';
import { fieldsOf } from '#features/consultations/draft.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { askerOf, getConsultation, listBodies } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { listChanges } from '#features/electorate/server/list-changes.ts';
import { countCodes, countUnits } from '#features/electorate/server/queries.ts';
import { isPlannable } from '#features/evenings/rules.ts';
import { listEvenings } from '#features/evenings/server/queries.ts';
import { panels } from '#features/panels/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import { wallClock } from '#kernel/time.ts';
import { authorize, can } from '#policy/authorize.ts';

/** What the desk shows of a consultation in the making, and lets this person do with it now. */
export async function showPlan(ctx: Context, slug: string) {
	const { read, scope, now } = ctx;
	const consultation = await getConsultation(read, scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'desk.see', consultation);
	const { id, title, introduction, motive, facts } = consultation;
	const { opensAt, closesAt, agreedBy, agreedOn, stopReason, fingerprint } = consultation;
	const stage = stageOf(consultation, now);
	const drafted = stage === 'draft';
	const preparation = drafted ? await preparationOf(read, scope, consultation) : null;
	const change = can(ctx, 'consultation.change', consultation);
	const { date, time } = wallClock(closesAt);

	return {
		consultation: { slug, title, introduction, motive, facts, opensAt, closesAt, stopReason },
		asker: await askerOf(read, scope, consultation),
		stage,
		fingerprint,
		agreement: agreedBy && {
			names: agreedBy,
			on: agreedOn,
			stands: !drafted || preparation?.agreed === 'yes'
		},
		missing: preparation ? missingFor(preparation, now) : [],
		units: preparation ? preparation.units : await countUnits(read, id),
		unit: consultation.rules.unit,
		decidedSoon: isDecidedSoon(consultation.rules),
		fields: fieldsOf(consultation),
		closing: { day: date, time },
		bodies: await listBodies(read, scope),
		panels: await read
			.select({ slug: panels.slug, title: panels.title, visibility: panels.visibility })
			.from(panels)
			.where(eq(panels.consultationId, id))
			.orderBy(panels.position),
		polls: (await askedPolls(read, id)).map(({ slug: name, question, options }) => ({
			slug: name,
			question,
			options: options.map(({ label }) => label)
		})),
		evenings: (await listEvenings(read, id)).map(
			({ slug: name, title: what, startsAt, place }) => ({
				slug: name,
				title: what,
				startsAt,
				place
			})
		),
		codes: await countCodes(read, id),
		changes: await listChanges(read, id),
		may: {
			revise: drafted && can(ctx, 'consultation.draft', consultation),
			agree: drafted && can(ctx, 'consultation.agree', consultation),
			open: drafted && can(ctx, 'consultation.open', consultation),
			addPoll: drafted && can(ctx, 'poll.open', consultation),
			addPanel:
				['draft', 'planned', 'open'].includes(stage) && can(ctx, 'panel.open', consultation),
			addEvening: isPlannable(consultation, now) && can(ctx, 'evening.plan', consultation),
			issue: !drafted && can(ctx, 'code.issue', consultation),
			extend: change && isExtendable(consultation, now),
			correct: change && isCorrectable(consultation, now),
			suspend: change && isSuspendable(consultation, now),
			resume: change && isResumable(consultation, now),
			withdraw: change && isWithdrawable(consultation, now)
		}
	};
}
