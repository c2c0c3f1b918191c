import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { digitsInput } from '../input.ts';
import { MOST_TRIES } from '../rules.ts';
import { mailedLinks, signInRequests } from './schema.ts';
import { spendLink, type Entry } from './spend-link.ts';
import { digitsOf } from '#features/mails/way-in.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';

/**
 * Signs in with the six digits of a mail, in the browser that asked for that mail and in no other:
 * for whoever reads their mail on another device. Spends the link as well. Wrong digits count for
 * every mail this browser asked for, also one to an address that nobody has; after five of them it
 * has to ask anew.
 */
export async function enterDigits(
	ctx: Context,
	input: unknown,
	{ browser, page }: { readonly browser: string; readonly page: string }
): Promise<Entry> {
	const { digits } = parse(digitsInput, input);
	const outcome = await ctx.write(async (tx) => {
		const live = await tx
			.select({ id: signInRequests.id })
			.from(signInRequests)
			.where(
				and(
					eq(signInRequests.askedBy, sha256(browser)),
					gt(signInRequests.expiresAt, ctx.now),
					lt(signInRequests.tries, MOST_TRIES)
				)
			);
		if (live.length === 0) return 'digits.gone';
		const requests = live.map(({ id }) => id);
		const links = await tx
			.select({ id: mailedLinks.id, mailId: mailedLinks.mailId })
			.from(mailedLinks)
			.where(inArray(mailedLinks.requestId, requests));
		const link = links.find(({ mailId }) => digitsOf(ctx.seal, mailId) === digits);
		if (link) return (await spendLink(tx, ctx, { id: link.id, page })) ?? 'digits.gone';
		await tx
			.update(signInRequests)
			.set({ tries: sql`${signInRequests.tries} + 1` })
			.where(inArray(signInRequests.id, requests));
		return 'digits.wrong';
	});
	if (typeof outcome === 'string') throw new Conflict(outcome);
	return outcome;
}
