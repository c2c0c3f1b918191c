import { and, eq } from 'drizzle-orm';
import { newCode, printedCode } from '../code.ts';
import { personInput } from '../input.ts';
import { isInChargeOf } from './belonging.ts';
import { firstPage } from './invite-person.ts';
import { memberships, signInCodes } from './schema.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** As long as a consultation takes, from the first draft to the report. */
const VALID_DAYS = 90;

/**
 * Makes a code for somebody who works here, with which they sign in as often as they like for 90
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
		const [membership] = await tx
			.select({ role: memberships.role })
			.from(memberships)
			.where(
				and(
					eq(memberships.personId, personId),
					eq(memberships.scopeId, scopeId),
					eq(memberships.status, 'active')
				)
			);
		if (!membership) throw new NotFound('not-found');
		if (!(await isInChargeOf(tx, ctx, personId))) throw new Conflict('person.elsewhere');

		const code = newCode();
		await insertSignInCode(tx, ctx, { personId, code, returnTo: firstPage(ctx, membership.role) });
		await record(tx, ctx, 'sign-in-code.made', { kind: 'person', id: personId });
		return printedCode(code);
	});
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
