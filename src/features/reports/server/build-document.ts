import { and, countDistinct, eq, isNull, sql } from 'drizzle-orm';
import type { ReportDocument } from '../document.ts';
import { eveningPart } from '../parts/evening.ts';
import { moderationPart } from '../parts/moderation.ts';
import { pollPart } from '../parts/poll.ts';
import { rulesPart } from '../parts/rules.ts';
import { themePart } from '../parts/theme.ts';
import { warningsOf } from '../warnings.ts';
import { answersOf } from './queries.ts';
import type { ReportWords } from './schema.ts';
import { type Consultation, getConsultation } from '#features/consultations/server/queries.ts';
import { ruleChanges } from '#features/consultations/server/schema.ts';
import { countUnits } from '#features/electorate/server/queries.ts';
import { handCountsOf, listEvenings, notesOf } from '#features/evenings/server/queries.ts';
import { houseRules } from '#features/house-rules/server/schema.ts';
import { contributions, panels } from '#features/panels/server/schema.ts';
import { auditPoll } from '#features/polls/server/audit-poll.ts';
import { listPolls } from '#features/polls/server/queries.ts';
import { participations, polls } from '#features/polls/server/schema.ts';
import { bodies } from '#features/scopes/server/schema.ts';
import { listThemes } from '#features/themes/server/queries.ts';
import { Conflict } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

/**
 * Makes the report of a consultation from the tables: every figure counted anew, never taken from
 * an earlier document. Refused (Conflict) when the box, the register and the closed count do not
 * agree to the last ballot.
 */
export async function buildDocument(
	db: Reader,
	scope: Scope,
	slug: string,
	words: ReportWords
): Promise<ReportDocument> {
	const consultation = await getConsultation(db, scope, slug);
	const { id, rules } = consultation;
	const units = await countUnits(db, id);
	const asked = await listPolls(db, id);
	const counted = await Promise.all(
		asked.map(async (poll) => ({ poll, audit: await auditPoll(db, poll) }))
	);
	if (counted.some(({ audit }) => !audit.holds)) throw new Conflict('report.not-reconciled');

	const made = {
		rules: rulesPart(consultation, await changesOf(db, id)),
		polls: counted.map(({ poll, audit }) => pollPart(poll, audit, units, rules.threshold)),
		themes: (await listThemes(db, id)).map(themePart)
	};
	return {
		version: 1,
		cover: {
			title: consultation.title,
			question: consultation.question,
			place: scope.name,
			owner: await ownerOf(db, consultation),
			opensAt: consultation.opensAt.toISOString(),
			closesAt: consultation.closesAt.toISOString(),
			decider: rules.decider,
			decisionDay: rules.decisionDay,
			answerDay: rules.answerDay
		},
		words,
		...made,
		participation: { part: await countTakenPart(db, id), whole: units },
		evenings: await eveningParts(db, id),
		moderation: moderationPart(await hiddenBy(db, id)),
		warnings: warningsOf(made),
		answers: (await answersOf(db, id, consultation.rules.answerDay)).map(
			({ doneOn, due, answeredAt, ...answer }) => answer
		)
	};
}

/** Units that took part in at least one poll, each once. */
async function countTakenPart(db: Reader, consultationId: string): Promise<number> {
	const [row] = await db
		.select({ units: countDistinct(participations.rightId) })
		.from(participations)
		.innerJoin(polls, eq(polls.id, participations.pollId))
		.where(eq(polls.consultationId, consultationId));
	return row?.units ?? 0;
}

async function ownerOf(db: Reader, { bodyId }: Consultation): Promise<string | null> {
	if (!bodyId) return null;
	const [body] = await db.select({ name: bodies.name }).from(bodies).where(eq(bodies.id, bodyId));
	return body?.name ?? null;
}

const changesOf = (db: Reader, consultationId: string) =>
	db.select().from(ruleChanges).where(eq(ruleChanges.consultationId, consultationId));

async function eveningParts(db: Reader, consultationId: string) {
	const held = await listEvenings(db, consultationId);
	return Promise.all(
		held.map(async (evening) =>
			eveningPart(evening, await notesOf(db, evening.id), await handCountsOf(db, evening.id))
		)
	);
}

/** The contributions that were not withdrawn, counted by the house rule that hid them, if any. */
async function hiddenBy(db: Reader, consultationId: string) {
	return db
		.select({
			rule: contributions.hiddenRule,
			edition: { id: houseRules.id, rules: houseRules.rules },
			count: sql<number>`count(*)`
		})
		.from(contributions)
		.leftJoin(houseRules, eq(houseRules.id, contributions.hiddenEdition))
		.innerJoin(panels, eq(panels.id, contributions.panelId))
		.where(and(eq(panels.consultationId, consultationId), isNull(contributions.withdrawnAt)))
		.groupBy(contributions.hiddenRule, contributions.hiddenEdition);
}
