import { asc, eq } from 'drizzle-orm';
import { addressInput } from '../input.ts';
import { MOST_SHARING, VALID_MINUTES } from '../rules.ts';
import { mailLinks } from './jobs.ts';
import { signInRequests } from './schema.ts';
import { addressSeal } from '#features/mails/server/send-due-mail.ts';
import { people } from '#features/people/server/schema.ts';
import { TooMany } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { networksOf } from '#kernel/network.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { enqueue } from '#kernel/server/outbox.ts';
import { countTry, type Limit } from '#kernel/server/throttle.ts';

/** Mails to one address; five wrong tries of digits go with each. */
const PER_ADDRESS: readonly Limit[] = [
	{ times: 5, minutes: 60 },
	{ times: 20, minutes: 24 * 60 }
];
/** Mails asked for from one address on the internet, which a whole school may share, and its range. */
const PER_NETWORK: readonly Limit[] = [
	{ times: 100, minutes: 60 },
	{ times: 400, minutes: 60 }
];

/**
 * Asks for a mail to sign in with, for a browser that is known again by its cookie. Whether anybody
 * has this address makes no difference here, in what is answered or in what is done: that is seen to
 * afterwards, by the job. TooMany after five mails to one address in an hour, sent or not.
 */
export async function askMail(ctx: Context, input: unknown, browser: string): Promise<void> {
	const { email } = parse(addressInput, input);
	const address = addressSeal(ctx.seal, email);
	const networks = networksOf(ctx.address);
	for (const [n, limit] of PER_NETWORK.entries())
		if (networks[n]) await count(ctx, `sign-in-mail/network/${networks[n]}`, limit);
	for (const limit of PER_ADDRESS) {
		const what = `sign-in-mail/${String(limit.minutes)}/${address}`;
		await count(ctx, what, limit);
	}
	await ctx.write(async (tx) => {
		const known = await tx
			.select({ id: people.id })
			.from(people)
			.where(eq(people.email, email))
			.orderBy(asc(people.id))
			.limit(MOST_SHARING);
		const requestId = newId();
		await tx.insert(signInRequests).values({
			id: requestId,
			people: known.map(({ id }) => id),
			askedBy: sha256(browser),
			locale: ctx.locale,
			expiresAt: new Date(ctx.now.getTime() + VALID_MINUTES * 60_000)
		});
		await enqueue(tx, mailLinks, { key: requestId, payload: { requestId }, dueAt: ctx.now });
	});
}

async function count(ctx: Context, what: string, limit: Limit): Promise<void> {
	await countTry(ctx, what, limit).catch((error: unknown) => {
		throw error instanceof TooMany ? new TooMany('mail.wait') : error;
	});
}
