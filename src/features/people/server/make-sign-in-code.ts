import { and, eq } from 'drizzle-orm';
import { newCode, printedCode } from '../code.ts';
import { personInput } from '../input.ts';
import { isInChargeOf } from './belonging.ts';
import { firstPage } from './invite-person.ts';
import { isInCouncil } from './only-parents.ts';
import { memberships, seats, signInCodes } from './schema.ts';
import { bodies } from '#features/scopes/server/schema.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context, type Role } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';

/** As long as a consultation takes, from the first draft to the report. */
const VALID_DAYS = 90;

/**
 * Makes a code for somebody who works here or sits in a council of this place, with which they sign in as often as they like for 90
 * days. The codes they had stop working. Returns it as it is printed; it is not shown again.
 *
 * Refused for somebody who is something outside what the actor is in charge of: it would open what
 * is theirs there. Whoever is in charge above all their places makes it, at any of those.
 */
export async function makeSignInCode(ctx: Context, input: unknown): Promise<string> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const scopeId = ctx.scope.id;
		authorize(ctx, 'person.invite', { scopeId });
		requireFresh(ctx);
		const { person: personId } = parse(personInput, input);
		const role = await roleHere(tx, ctx, personId);
		if (!role) throw new NotFound('not-found');
		if (!(await isInChargeOf(tx, ctx, personId))) throw new Conflict('person.elsewhere');

		const code = newCode();
		await insertSignInCode(tx, ctx, { personId, code, returnTo: firstPage(ctx, role) });
		await record(tx, ctx, 'sign-in-code.made', { kind: 'person', id: personId });
		return printedCode(code);
	});
}

/** What somebody is at this very place, that leads to where they begin: a seat first. */
async function roleHere(
	tx: Writer,
	{ scope, now }: Context,
	personId: string
): Promise<Role | undefined> {
	const sits = await tx.$count(
		tx
			.select({ id: seats.id })
			.from(seats)
			.innerJoin(bodies, eq(bodies.id, seats.bodyId))
			.where(
				and(eq(seats.personId, personId), eq(bodies.scopeId, scope.id), isInCouncil(dayOf(now)))
			)
			.as('sits')
	);
	if (sits > 0) return 'council';
	const [membership] = await tx
		.select({ role: memberships.role })
		.from(memberships)
		.where(
			and(
				eq(memberships.personId, personId),
				eq(memberships.scopeId, scope.id),
				eq(memberships.status, 'active')
			)
		);
	return membership?.role;
}

/** Keeps the seal of a code that lets a person in, instead of those they had. */
export async function insertSignInCode(
	tx: Writer,
	{ seal, now }: Pick<Context, 'seal' | 'now'>,
	wanted: { readonly personId: string; readonly code: string; readonly returnTo: string }
): Promise<void> {
	const { personId, code, returnTo } = wanted;
	const expiresAt = new Date(now.getTime() + VALID_DAYS * 24 * 3_600_000);
	await tx.delete(signInCodes).where(eq(signInCodes.personId, personId));
	await tx.insert(signInCodes).values({ id: seal(code), personId, returnTo, expiresAt });
}
