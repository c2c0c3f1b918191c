import { and, eq, gt } from 'drizzle-orm';
import { networksOf } from '#kernel/network.ts';
import { findCode } from './queries.ts';
import { STAGES, stageOf } from '#features/consultations/rules.ts';
import { findConsultationById } from '#features/consultations/server/queries.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { normaliseCode } from '#features/people/code.ts';
import { rolesIn } from '#features/people/server/queries.ts';
import { signInCodes } from '#features/people/server/schema.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, TooMany } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';
import { throttles } from '#kernel/server/schema.ts';
import { countChange, type Limit } from '#kernel/server/throttle.ts';

/** Wrong codes of the whole installation: from here on somebody is guessing. */
const ALTOGETHER = 300;
/**
 * Wrong codes from one address, usually and while somebody is guessing. A school is one address, so
 * there is usually room for many mistakes; then for those of one who mistypes.
 */
const PER_ADDRESS = { usual: 60, whileGuessed: 3 };
/**
 * The same for all IPv6 addresses of a /48 together. The parents on one mobile network may share it,
 * so there is room for more; less than ALTOGETHER, so that nobody there makes all others careful.
 */
const PER_RANGE = { usual: 240, whileGuessed: 60 };
/** In how long. Counting refuses nothing: that is done before a code is looked up. */
const WINDOW: Limit = { times: Infinity, minutes: 15 };

/** The stages in which a participation code opens: until the count is closed. */
const OPENING: readonly string[] = STAGES.slice(0, STAGES.indexOf('counted'));

type Entry = {
	readonly personId: string;
	readonly returnTo: string;
	/** It opens what is for a parent, whatever else they are: a letter may be read by others. */
	readonly asParent: boolean;
};

/**
 * Says whom a code lets in, and where it leads: a participation code to its consultation, as a parent
 * and no more; the code of somebody who works here to their desk.
 *
 * A participation code lets its owner in until the count of its consultation is closed, as often as
 * they like: to vote, but also to read and write. That the right was used already is for the poll
 * to say, which comes later and may not be asked here. Blocked and replaced codes open nothing, nor
 * does the code of somebody who is nothing here any more.
 *
 * Whatever is the matter with a code (unknown, mistyped, blocked, replaced, expired) the answer is
 * one and the same Conflict, after the same work. Only wrong codes are counted, and a text that cannot
 * be a code is not.
 *
 * After too many wrong codes an address gets TooMany for every code, without a look: also who has a
 * right one must wait. Too many is 60 in a quarter of an hour, and 3 once all addresses together had
 * 300; for a /48 of IPv6 as a whole 240 and 60. So whoever guesses from k addresses has at most
 * min(60 k, 300 + 3 k) codes looked up in a window, and from m ranges of them, however many addresses
 * those hold, min(240 m, 300 + 60 m). Whoever did nothing wrong, and has no part in such a range,
 * comes in with a right code, however many others guess.
 */
export async function enterCode(ctx: Context, text: string): Promise<Entry> {
	const code = normaliseCode(text);
	const entry = code && (await ctx.write((tx) => lookUp(tx, ctx, ctx.seal(code))));
	if (!entry) throw new Conflict('code.unknown');
	return entry;
}

/** Null for a wrong code: answers rather than throws, so that the count of wrong tries stands. */
async function lookUp(tx: Writer, ctx: Context, sealed: string): Promise<Entry | null> {
	const own = networksOf(ctx.address).map((it) => `wrong-code/address/${it}`);
	const isGuessed = (await wrongTries(tx, ctx, 'wrong-code')) >= ALTOGETHER;
	for (const [breadth, what] of own.entries()) {
		const { usual, whileGuessed } = breadth === 0 ? PER_ADDRESS : PER_RANGE;
		const most = isGuessed ? whileGuessed : usual;
		if ((await wrongTries(tx, ctx, what)) >= most) throw new TooMany('code.wait');
	}

	const participation = await participationEntry(tx, ctx, sealed);
	const signIn = await signInEntry(tx, ctx, sealed);
	const entry = participation ?? signIn ?? null;
	if (entry) return entry;
	for (const what of [...own, 'wrong-code']) await countChange(tx, ctx, what, WINDOW);
	return null;
}

async function wrongTries(db: Reader, ctx: Context, what: string): Promise<number> {
	const [window] = await db
		.select({ count: throttles.count })
		.from(throttles)
		.where(and(eq(throttles.key, ctx.seal(what)), gt(throttles.expiresAt, ctx.now)));
	return window?.count ?? 0;
}

/** What is looked up for a code that there is not. */
const NONE = { consultationId: '', personId: '', status: null };

/**
 * Asks the same of the database whatever is the matter with a code, so that the time it takes tells
 * no more than the answer does.
 */
async function participationEntry(
	db: Reader,
	{ now }: Context,
	sealed: string
): Promise<Entry | null> {
	const { consultationId, personId, status } = (await findCode(db, sealed)) ?? NONE;
	const [scope = HOME] = await db
		.select({
			id: scopes.id,
			path: scopes.path,
			kind: scopes.kind,
			slug: scopes.slug,
			name: scopes.name
		})
		.from(consultations)
		.innerJoin(scopes, eq(scopes.id, consultations.scopeId))
		.where(eq(consultations.id, consultationId));
	const consultation = await findConsultationById(db, scope, consultationId);
	// who left, was blocked or has no access keeps their right, but comes in no more
	const isSomebody = (await rolesIn(db, personId, scope)).size > 0;
	if (status !== 'issued' || !isSomebody || !consultation) return null;
	if (!OPENING.includes(stageOf(consultation, now))) return null;
	const returnTo = `/${scope.slug}/consultations/${consultation.slug}`;
	return { personId, returnTo, asParent: true };
}

async function signInEntry(
	db: Reader,
	{ now }: Context,
	sealed: string
): Promise<Entry | undefined> {
	const [code] = await db
		.select({ personId: signInCodes.personId, returnTo: signInCodes.returnTo })
		.from(signInCodes)
		.where(and(eq(signInCodes.id, sealed), gt(signInCodes.expiresAt, now)));
	return code && { ...code, asParent: false };
}
