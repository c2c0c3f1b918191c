import { methodOf } from '../methods/registry.ts';
import { assertChannel } from '../rules.ts';
import { dropKnown, dropSecret } from './drop-ballot.ts';
import { getPollToVote } from './poll-to-vote.ts';
import { assertOpen } from '#features/consultations/rules.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Puts one ballot in the box and marks the unit as having taken part, both or neither.
 *
 * Secret: the two rows share nothing but the poll, nothing else is written, and the ballot cannot be
 * found back, so it cannot be changed. Confidential and named: called again it replaces the choice,
 * until the closing, in a household whoever of them calls.
 */
export async function castBallot(
	ctx: Context,
	consultationSlug: string,
	pollSlug: string,
	form: FormData
): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const names = { consultation: consultationSlug, poll: pollSlug };
		const poll = await getPollToVote(tx, { scope: ctx.scope, ...names, personId });
		assertReadable(ctx, { ...poll.consultation, scopeId: poll.scopeId });
		authorize(ctx, 'poll.vote', poll);
		if (!poll.rightId) throw new Conflict('poll.no-right');
		assertOpen(poll.consultation, ctx.now);
		assertChannel(poll, 'online');
		const method = methodOf(poll.method);
		const choice = parse(method.ballot(poll), method.read(form));

		const drop = poll.secrecy === 'secret' ? dropSecret : dropKnown;
		const dropped = await drop(tx, poll.id, poll.rightId, { channel: 'online', choice }, ctx.now);
		if (!dropped) throw new Conflict('poll.already-voted');
	});
}
