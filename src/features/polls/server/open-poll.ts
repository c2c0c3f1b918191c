import { pollInput } from '../input.ts';
import type { PollShape } from '../methods/method.ts';
import { methods } from '../methods/registry.ts';
import { listPolls } from './queries.ts';
import { polls } from './schema.ts';
import { assertDraft } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { freeSlug, slugOf } from '#features/consultations/slug.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** Refuses a poll in which no ballot would be valid: more must be chosen than can be. */
function assertPossible({ options, settings }: PollShape): void {
	const choosable = options.filter(({ noPreference }) => !noPreference).length;
	if ((settings['minimum'] ?? 1) > choosable)
		throw new Invalid('input.invalid', { minimum: 'poll.minimum-above-options' });
}

/**
 * Adds a poll to a consultation in the making; its secrecy is that of the ground rules. Returns its
 * name in the address: `slug` when that was given and is free.
 */
export async function openPoll(
	ctx: Context,
	consultationSlug: string,
	input: unknown
): Promise<string> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'poll.open', consultation);
		assertDraft(consultation, ctx.now);
		const { slug: name, ...poll } = parse(pollInput, input);
		parse(methods[poll.method].settings, poll.settings);
		assertPossible(poll);
		const others = await listPolls(tx, consultation.id);
		const id = newId();
		const taken = new Set(others.map((it) => it.slug));
		const slug = freeSlug(slugOf(name || poll.question), taken);
		await tx.insert(polls).values({
			...poll,
			id,
			slug,
			consultationId: consultation.id,
			position: others.length + 1,
			secrecy: consultation.rules.secrecy
		});
		await record(tx, ctx, 'poll.opened', { kind: 'poll', id });
		return slug;
	});
}
