import { eq } from 'drizzle-orm';
import { BLANK } from '../methods/method.ts';
import { methodOf } from '../methods/registry.ts';
import { slipInput } from '../input.ts';
import { assertChannel, assertEnterable } from '../rules.ts';
import { countSlip, dropKnown, dropSecret } from './drop-ballot.ts';
import { getPoll, type Poll } from './queries.ts';
import { keepSent, sealOf, sentBefore } from './same-form.ts';
import { countConfirmations, type SlipOutcome, slips } from './schema.ts';
import type { Channel } from '#features/consultations/ground-rules.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { findCode } from '#features/electorate/server/queries.ts';
import { firstHalf, normaliseCode } from '#features/people/code.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Enters one slip of paper and tells what became of it. A slip of which the code was used is refused
 * and listed; so is one that came in after the closing, or whose code is not known. One that cannot
 * be read is invalid; it does not use up the right. What stood on it is kept nowhere but in the box.
 * Who had confirmed the count before has to look again. A form that is sent twice is one slip: the
 * second time tells what became of it the first.
 */
export async function enterSlip(
	ctx: Context,
	consultationSlug: string,
	pollSlug: string,
	form: FormData
): Promise<SlipOutcome> {
	const personId = requirePerson(ctx);
	return ctx.write(async (tx) => {
		const poll = await getPoll(tx, ctx.scope, consultationSlug, pollSlug);
		assertReadable(ctx, poll.consultation);
		authorize(ctx, 'slip.enter', poll);
		assertEnterable(poll.consultation, ctx.now);
		const slip = parse(slipInput, Object.fromEntries(form));
		if (slip.receivedOn > dayOf(ctx.now))
			throw new Invalid('input.invalid', { receivedOn: 'slip.not-yet' });
		assertChannel(poll.consultation.rules, slip.channel);
		const choice = slip.mark === 'invalid' ? null : choiceOn(poll, form, slip.mark === 'blank');

		const sender = { consultationId: poll.consultationId, personId };
		const seal = sealOf(ctx, poll.id, form);
		const sent = seal && (await sentBefore(tx, sender, seal));
		if (sent) return sent.refusal ?? asBallot(slip.mark);

		const { channel } = slip;
		const outcome = await become(tx, ctx, poll, { ...slip, choice });
		const refusal = outcome === 'counted' || outcome === 'blank' ? null : outcome;
		if (seal) await keepSent(tx, sender, seal, refusal);
		if (!refusal) await countSlip(tx, poll.id, channel, 1);
		else
			await tx.insert(slips).values({
				pollId: poll.id,
				channel,
				outcome: refusal,
				code: firstHalf(slip.code),
				enteredOn: dayOf(ctx.now),
				enteredBy: personId
			});
		await tx
			.delete(countConfirmations)
			.where(eq(countConfirmations.consultationId, poll.consultationId));
		return outcome;
	});
}

function choiceOn(poll: Poll, form: FormData, blank: boolean): { readonly ballot: unknown } {
	const method = methodOf(poll.method);
	const marks = new FormData();
	for (const mark of blank ? [BLANK] : form.getAll('choice')) marks.append('choice', mark);
	return { ballot: parse(method.ballot(poll), method.read(marks)) };
}

async function become(
	tx: Writer,
	ctx: Context,
	poll: Poll,
	slip: {
		readonly code: string;
		readonly channel: Channel;
		readonly receivedOn: string;
		readonly mark: 'choice' | 'blank' | 'invalid';
		readonly choice: { readonly ballot: unknown } | null;
	}
): Promise<SlipOutcome> {
	const code = normaliseCode(slip.code);
	const known = code ? await findCode(tx, ctx.seal(code)) : undefined;
	const usable = known?.consultationId === poll.consultationId && known.status === 'issued';
	if (!usable) return 'unknown';
	if (slip.receivedOn > dayOf(poll.consultation.closesAt)) return 'late';
	if (!slip.choice) return 'invalid';
	const ballot = { channel: slip.channel, choice: slip.choice.ballot };
	const dropped =
		poll.secrecy === 'secret'
			? await dropSecret(tx, poll.id, known.rightId, ballot, ctx.now)
			: await dropKnown(tx, poll.id, known.rightId, ballot, ctx.now, slip.receivedOn);
	if (!dropped) return 'double';
	return asBallot(slip.mark);
}

/** What to call a slip that became a ballot. */
const asBallot = (mark: string) => (mark === 'blank' ? 'blank' : 'counted');
