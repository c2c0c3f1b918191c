import { and, eq, gt } from 'drizzle-orm';
import { findCode } from './queries.ts';
import { STAGES, stageOf } from '#features/consultations/rules.ts';
import { getConsultationById } from '#features/consultations/server/queries.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { normaliseCode } from '#features/people/code.ts';
import { signInCodes } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, TooMany } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';
import { throttles } from '#kernel/server/schema.ts';
import { countTry, type Limit } from '#kernel/server/throttle.ts';

/** Wrong codes from one address. A school is one address, so there is room for many mistakes. */
const PER_ADDRESS: Limit = { times: 60, minutes: 15 };
/** Wrong codes of the whole installation: what keeps a code of 39 bits from being guessed. */
const ALTOGETHER: Limit = { times: 300, minutes: 15 };

/** The stages in which a participation code opens: until the count is closed. */
const OPENING: readonly string[] = STAGES.slice(0, STAGES.indexOf('counted'));

type Entry = { readonly personId: string; readonly returnTo: string };

/**
 * Says whom a code lets in, and where it leads: a participation code to its consultation, the code
 * of somebody who works here to their desk.
 *
 * A participation code lets its owner in until the count of its consultation is closed, as often as
 * they like: to vote, but also to read and write. That the right was used already is for the poll
 * to say, which comes later and may not be asked here. Blocked and replaced codes open nothing.
 *
 * Whatever is the matter with a code (unknown, mistyped, blocked, replaced, expired) the answer is
 * one and the same Conflict. Only wrong codes are counted, and a text that cannot be a code is not.
 * After too many every code gets TooMany, without being looked up: who has a right one must wait.
 */
export async function enterCode(ctx: Context, text: string): Promise<Entry> {
	const code = normaliseCode(text);
	const entry = code && (await ctx.write((tx) => lookUp(tx, ctx, ctx.seal(code))));
	if (!entry) throw new Conflict('code.unknown');
	return entry;
}

/** Null for a wrong code: answers rather than throws, so that the count of wrong tries stands. */
async function lookUp(tx: Writer, ctx: Context, sealed: string): Promise<Entry | null> {
	const limits: readonly [string, Limit][] = [
		[`wrong-code/address/${ctx.address}`, PER_ADDRESS],
		['wrong-code', ALTOGETHER]
	];
	for (const [what, { times }] of limits)
		if ((await wrongTries(tx, ctx, what)) >= times) throw new TooMany('code.wait');

	const participation = await participationEntry(tx, ctx, sealed);
	const signIn = await signInEntry(tx, ctx, sealed);
	const entry = participation ?? signIn ?? null;
	if (entry) return entry;
	// in this transaction, and without refusing: that is done above
	const counting = { ...ctx, write: <R>(work: (it: Writer) => Promise<R>) => work(tx) };
	for (const [what, { minutes }] of limits)
		await countTry(counting, what, { times: Infinity, minutes });
	return null;
}

async function wrongTries(db: Reader, ctx: Context, what: string): Promise<number> {
	const [window] = await db
		.select({ count: throttles.count })
		.from(throttles)
		.where(and(eq(throttles.key, ctx.seal(what)), gt(throttles.expiresAt, ctx.now)));
	return window?.count ?? 0;
}

async function participationEntry(
	db: Reader,
	{ now }: Context,
	sealed: string
): Promise<Entry | null> {
	const code = await findCode(db, sealed);
	if (code?.status !== 'issued') return null;
	const [scope] = await db
		.select({
			id: scopes.id,
			path: scopes.path,
			kind: scopes.kind,
			slug: scopes.slug,
			name: scopes.name
		})
		.from(consultations)
		.innerJoin(scopes, eq(scopes.id, consultations.scopeId))
		.where(eq(consultations.id, code.consultationId));
	if (!scope) return null;
	const consultation = await getConsultationById(db, scope, code.consultationId);
	if (!OPENING.includes(stageOf(consultation, now))) return null;
	const returnTo = `/${scope.slug}/consultations/${consultation.slug}`;
	return { personId: code.personId, returnTo };
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
	return code;
}
