import { asc, eq } from 'drizzle-orm';
import { phasesOf } from '../phases.ts';
import { takenPartIn, turnoutOf } from './turnout.ts';
import { lastDayOf } from '#features/consultations/closing.ts';
import { stageOf, type Stage } from '#features/consultations/rules.ts';
import {
	askerOf,
	getConsultation,
	type Consultation
} from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { listChanges } from '#features/electorate/server/list-changes.ts';
import { countUnits, findRight } from '#features/electorate/server/queries.ts';
import { eveningStageOf } from '#features/evenings/rules.ts';
import { countNotes, listEvenings } from '#features/evenings/server/queries.ts';
import { listPanels } from '#features/panels/server/queries.ts';
import { polls } from '#features/polls/server/schema.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { daysBetween, dayOf } from '#kernel/time.ts';
import { can } from '#policy/authorize.ts';

const NOT_YET: readonly Stage[] = ['draft', 'planned'];

/** The polls, and for who has a right which of them they answered: never what. */
async function pollsFor(ctx: Context, consultation: Consultation) {
	const rows = await ctx.read
		.select({
			slug: polls.slug,
			question: polls.question,
			explanation: polls.explanation,
			secrecy: polls.secrecy
		})
		.from(polls)
		.where(eq(polls.consultationId, consultation.id))
		.orderBy(asc(polls.position), asc(polls.slug));
	const personId = personOf(ctx);
	const right = personId ? await findRight(ctx.read, consultation.id, personId) : undefined;
	const taken = right ? await takenPartIn(ctx.read, consultation.id, right.id) : new Set<string>();
	return rows.map((poll) => ({ ...poll, taken: taken.has(poll.slug) }));
}

/** The panels that this reader may read, with how much was said where; and if there are others. */
async function panelsFor(ctx: Context, consultation: Consultation) {
	const all = await listPanels(ctx.read, consultation.id);
	const readable = all.filter(({ visibility }) =>
		can(ctx, 'panel.read', { scopeId: consultation.scopeId, visibility })
	);
	return {
		panels: readable.map(({ slug, title, lead, total, byOrigin }) => ({
			slug,
			title,
			lead,
			total,
			byOrigin
		})),
		hasClosedPanels: readable.length < all.length
	};
}

async function eveningsFor({ read, now }: Context, consultation: Consultation) {
	const evenings = await listEvenings(read, consultation.id);
	const notes = await countNotes(
		read,
		evenings.map(({ id }) => id)
	);
	return evenings.map(({ id, slug, title, startsAt, endsAt, place, attendance, tables }) => ({
		slug,
		title,
		startsAt,
		endsAt,
		place,
		attendance,
		tables: tables.length,
		notes: notes.get(id) ?? 0,
		stage: eveningStageOf({ startsAt, endsAt }, now),
		over: endsAt <= now
	}));
}

/** What the page of a consultation shows: everybody sees it, but for a draft and closed panels. */
export async function showConsultation(ctx: Context, slug: string) {
	const { read, scope, now } = ctx;
	const consultation = await getConsultation(read, scope, slug);
	assertReadable(ctx, consultation);
	const stage = stageOf(consultation, now);
	const { rules, opensAt, closesAt, draftedAt, reportedAt, completedAt } = consultation;
	const evenings = await eveningsFor(ctx, consultation);
	const counts = NOT_YET.includes(stage) ? null : await turnoutOf(read, [consultation.id]);
	const { decisionDay, answerDay } = rules;

	return {
		consultation: {
			slug,
			title: consultation.title,
			question: rules.question,
			introduction: consultation.introduction,
			motive: consultation.motive,
			facts: consultation.facts,
			fixed: rules.fixed,
			open: rules.open,
			level: rules.level,
			decider: rules.decider,
			decisionDay,
			answerDay,
			contact: consultation.contact,
			unit: rules.unit,
			secrecy: rules.secrecy,
			opensAt,
			closesAt,
			reportedAt,
			completedAt,
			stopReason: consultation.stopReason
		},
		asker: await askerOf(read, scope, consultation),
		stage,
		daysLeft: daysBetween(dayOf(now), stage === 'planned' ? dayOf(opensAt) : lastDayOf(closesAt)),
		phases: phasesOf(
			{ stage, draftedAt, opensAt, closesAt, decisionDay, answerDay, reportedAt, evenings },
			now
		),
		...(await panelsFor(ctx, consultation)),
		polls: await pollsFor(ctx, consultation),
		evenings,
		turnout: counts && {
			units: counts.get(consultation.id) ?? 0,
			total: await countUnits(read, consultation.id)
		},
		changes: await listChanges(read, consultation.id),
		may: {
			plan: can(ctx, 'consultation.draft', consultation),
			ask: can(ctx, 'question.ask', consultation)
		}
	};
}
