import { isCounted, lastEntryDay } from '../rules.ts';
import { auditPoll } from './audit-poll.ts';
import { listPolls } from './queries.ts';
import { countConfirmations } from './schema.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { people } from '#features/people/server/schema.ts';
import { eq } from 'drizzle-orm';
import { type Context, personOf } from '#kernel/server/context.ts';
import { authorize, can } from '#policy/authorize.ts';

/**
 * The books of every poll, side by side, and who confirmed them; none before the closing. Never what
 * anybody chose.
 */
export async function showCount(ctx: Context, consultationSlug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, consultationSlug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'count.confirm', consultation);
	const stage = stageOf(consultation, ctx.now);
	// the books of an open box tell what came in between two looks at them
	const asked =
		stage === 'closed' || isCounted(stage) ? await listPolls(ctx.read, consultation.id) : [];
	const audits = await Promise.all(
		asked.map(async (poll) => {
			const { reconciliation, holds } = await auditPoll(ctx.read, poll);
			return { slug: poll.slug, question: poll.question, reconciliation, holds };
		})
	);
	const confirmations = await ctx.read
		.select({ personId: people.id, name: people.name, day: countConfirmations.day })
		.from(countConfirmations)
		.innerJoin(people, eq(people.id, countConfirmations.personId))
		.where(eq(countConfirmations.consultationId, consultation.id));
	const mine = confirmations.some(({ personId }) => personId === personOf(ctx));
	return {
		consultation: {
			slug: consultationSlug,
			title: consultation.title,
			stage,
			closesAt: consultation.closesAt
		},
		lastDay: lastEntryDay(consultation.closesAt),
		polls: audits,
		confirmations: confirmations.map(({ name, day }) => ({ name: name ?? '', day })),
		mine,
		may: {
			confirm:
				stage === 'closed' &&
				!mine &&
				audits.every(({ holds }) => holds) &&
				can(ctx, 'count.confirm', consultation)
		}
	};
}
