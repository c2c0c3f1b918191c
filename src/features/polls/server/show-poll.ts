import { crosstab } from '../crosstab.ts';
import { SMALLEST_CELL } from '../hiding.ts';
import { isCounted } from '../rules.ts';
import { breakdown } from '../suppression.ts';
import type { ThresholdRule } from '../threshold.ts';
import { judge } from '../verdict.ts';
import {
	closedTally,
	countParticipations,
	hasTakenPart,
	knownChoice,
	listPolls,
	type Poll,
	readPoll
} from './queries.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { countUnits, findRight } from '#features/electorate/server/queries.ts';
import { type Context, personOf } from '#kernel/server/context.ts';
import { authorize, can } from '#policy/authorize.ts';

/** What the page of a poll shows, and lets this person do. No number per option before the count. */
export async function showPoll(ctx: Context, consultationSlug: string, pollSlug: string) {
	const poll = await readPoll(ctx, consultationSlug, pollSlug);
	authorize(ctx, 'poll.read', poll);
	const { consultation } = poll;
	const { title, rules, opensAt, closesAt } = consultation;
	const stage = stageOf(consultation, ctx.now);
	const asked = await listPolls(ctx.read, consultation.id);
	const mine = await ownPart(ctx, poll);
	const { question, explanation, method, options, settings, secrecy } = poll;

	return {
		consultation: { slug: consultationSlug, title, stage, opensAt, closesAt },
		rules: {
			unit: rules.unit,
			channels: rules.channels,
			decider: rules.decider,
			decisionDay: rules.decisionDay,
			answerDay: rules.answerDay,
			weight: rules.weight
		},
		poll: { slug: pollSlug, question, explanation, method, options, settings, secrecy },
		position: { number: asked.findIndex(({ id }) => id === poll.id) + 1, of: asked.length },
		next: await nextOpen(ctx, asked, poll.id, mine.rightId),
		mine: { right: mine.rightId !== null, taken: mine.taken, choice: mine.choice },
		result: await resultFor(ctx, poll, stage),
		may: {
			vote:
				stage === 'open' &&
				rules.channels.includes('online') &&
				mine.rightId !== null &&
				can(ctx, 'poll.vote', poll)
		}
	};
}

/**
 * Whether this person has a right here and used it; the choice only where it is not secret, and not
 * in a household: the other parent may have given it.
 */
async function ownPart(ctx: Context, poll: Poll) {
	const personId = personOf(ctx);
	const right = personId && (await findRight(ctx.read, poll.consultationId, personId));
	if (!right) return { rightId: null, taken: false, choice: null };
	const taken = await hasTakenPart(ctx.read, poll.id, right.id);
	const own = poll.secrecy !== 'secret' && poll.consultation.rules.unit === 'parent';
	const choice = taken && own ? await knownChoice(ctx.read, poll.id, right.id) : null;
	return { rightId: right.id, taken, choice: choice ?? null };
}

/** The next poll of the consultation that this unit has not answered. */
async function nextOpen(
	ctx: Context,
	asked: Awaited<ReturnType<typeof listPolls>>,
	pollId: string,
	rightId: string | null
) {
	if (rightId === null) return null;
	for (const { id, slug, question } of asked) {
		if (id !== pollId && !(await hasTakenPart(ctx.read, id, rightId))) return { slug, question };
	}
	return null;
}

/** The outcome; null until two people closed the count. Of a few ballots only how many there were. */
async function resultFor(ctx: Context, poll: Poll, stage: ReturnType<typeof stageOf>) {
	const { rules } = poll.consultation;
	const closed = isCounted(stage) ? await closedTally(ctx.read, poll.id) : undefined;
	if (!closed) return null;
	const units = await countUnits(ctx.read, poll.consultationId);
	const response = { part: await countParticipations(ctx.read, poll.id), whole: units };
	const tally = closed.result;
	if (tally.ballots < SMALLEST_CELL) return { response, tally: null, split: null, verdict: null };

	const parts = Object.entries(closed.byChannel).map(([id, it]) => ({ id, tally: it }));
	return {
		response,
		tally,
		split: parts.length > 1 ? breakdown(crosstab(parts)) : null,
		verdict: judge((rules.threshold ?? { kind: 'none' }) as ThresholdRule, { units, tally })
	};
}
