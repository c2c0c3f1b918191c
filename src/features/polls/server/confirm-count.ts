import { eq, ne, and } from 'drizzle-orm';
import { auditPoll } from './audit-poll.ts';
import { codeBook } from './books.ts';
import { sealBox } from './jobs.ts';
import { listPolls } from './queries.ts';
import { countConfirmations, slipForms, slips, tallies } from './schema.ts';
import { assertClosed } from '#features/consultations/rules.ts';
import { getConsultation, type Consultation } from '#features/consultations/server/queries.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { participationCodes } from '#features/electorate/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { enqueue } from '#kernel/server/outbox.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Confirms that the count may be closed. The second, different person closes it: every poll is
 * counted and frozen, and every list of codes is destroyed. Refused while an equation does not hold.
 * The same person twice is one confirmation.
 */
export async function confirmCount(
	ctx: Context,
	consultationSlug: string
): Promise<'confirmed' | 'closed'> {
	const personId = requirePerson(ctx);
	return ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'count.confirm', consultation);
		requireFresh(ctx);
		assertClosed(consultation, ctx.now);
		const { id } = consultation;
		const about = { kind: 'consultation', id };
		await assertReconciled(tx, consultation);

		await tx
			.insert(countConfirmations)
			.values({ consultationId: id, personId, day: dayOf(ctx.now) })
			.onConflictDoNothing();
		const others = await tx.$count(
			countConfirmations,
			and(eq(countConfirmations.consultationId, id), ne(countConfirmations.personId, personId))
		);
		await record(tx, ctx, 'count.confirmed', about);
		if (others === 0) return 'confirmed';

		await freeze(tx, ctx, consultation);
		await record(tx, ctx, 'count.closed', about);
		await enqueue(tx, sealBox, { key: id, payload: { consultationId: id }, dueAt: ctx.now });
		return 'closed';
	});
}

async function assertReconciled(tx: Writer, { id }: Consultation): Promise<void> {
	for (const poll of await listPolls(tx, id)) {
		const { holds } = await auditPoll(tx, poll);
		if (!holds) throw new Conflict('count.not-reconciled');
	}
}

async function freeze(tx: Writer, ctx: Context, { id }: Consultation): Promise<void> {
	for (const poll of await listPolls(tx, id)) {
		const { tally, byChannel } = await auditPoll(tx, poll);
		await tx.insert(tallies).values({
			pollId: poll.id,
			result: tally,
			byChannel,
			codes: await codeBook(tx, poll),
			closedOn: dayOf(ctx.now)
		});
		await tx.update(slips).set({ code: null }).where(eq(slips.pollId, poll.id));
	}
	await tx.delete(slipForms).where(eq(slipForms.consultationId, id));
	await tx.delete(participationCodes).where(eq(participationCodes.consultationId, id));
	await tx.update(consultations).set({ countedAt: ctx.now }).where(eq(consultations.id, id));
}
