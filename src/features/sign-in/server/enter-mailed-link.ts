import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { digitsInput } from '../input.ts';
import { MOST_TRIES } from '../rules.ts';
import { mailedLinks, signInRequests } from './schema.ts';
import { spendLink, type Entry } from './spend-link.ts';
import { digitsOf } from '#features/mails/way-in.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';

type Pressed = {
	readonly token: string;
	/** What the browser has in its cookie; empty when it never asked for a mail. */
	readonly browser: string;
	/** What the page was given when it was made: pressing twice on one page lets in as well. */
	readonly page: string;
};

/**
 * Signs in with the link of a mail. In the browser that asked for it, pressing the button is enough;
 * in another the digits of the same mail must go with it, since programs that check mail open links
 * and may press buttons. Digits that are wrong five times close the link.
 */
export async function enterMailedLink(
	ctx: Context,
	input: unknown,
	{ token, browser, page }: Pressed
): Promise<Entry> {
	const id = sha256(token);
	const outcome = await ctx.write(async (tx) => {
		const [link] = await tx
			.select({
				mailId: mailedLinks.mailId,
				requestId: mailedLinks.requestId,
				askedBy: signInRequests.askedBy
			})
			.from(mailedLinks)
			.innerJoin(signInRequests, eq(signInRequests.id, mailedLinks.requestId))
			.where(
				and(
					eq(mailedLinks.id, id),
					gt(mailedLinks.expiresAt, ctx.now),
					lt(signInRequests.tries, MOST_TRIES)
				)
			);
		if (!link) return 'link.expired';
		if (sha256(browser) !== link.askedBy) {
			const { digits } = parse(digitsInput, input);
			if (digits !== digitsOf(ctx.seal, link.mailId)) {
				await tx
					.update(signInRequests)
					.set({ tries: sql`${signInRequests.tries} + 1` })
					.where(eq(signInRequests.id, link.requestId));
				return 'digits.wrong';
			}
		}
		return (await spendLink(tx, ctx, { id, page })) ?? 'link.expired';
	});
	if (outcome === 'digits.wrong') throw new Invalid(outcome, { digits: outcome });
	if (typeof outcome === 'string') throw new Conflict(outcome);
	return outcome;
}
