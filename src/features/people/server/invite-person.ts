import { eq } from 'drizzle-orm';
import { inviteInput } from '../input.ts';
import { belongsHere } from './belonging.ts';
import { makeSignInLink } from './make-sign-in-link.ts';
import { allRolesOf } from './queries.ts';
import { memberships, people, signInLinks } from './schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context, type Role } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize, can } from '#policy/authorize.ts';

/**
 * Gives somebody a role in this place, and a link to sign in with once, within 14 days.
 *
 * Somebody who is known here by their e-mail address keeps their name and gets the role with the
 * others; called again it only makes another link. No link (`token` is null) is made for somebody
 * who is something outside this place too: it would open what is theirs there. For the same reason
 * the links that others made for them and nobody followed yet end. An address of a parent is
 * refused, because letters with codes for that parent go round on paper.
 */
export async function invitePerson(
	ctx: Context,
	input: unknown
): Promise<{ personId: string; token: string | null }> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const scopeId = ctx.scope.id;
		authorize(ctx, 'person.invite', { scopeId });
		const { name, email, role } = parse(inviteInput, input);

		const personId = (await findStaff(tx, email)) ?? newId();
		await tx
			.insert(people)
			.values({ id: personId, name, email: email || null })
			.onConflictDoNothing({ target: people.id });
		await tx.insert(memberships).values({ scopeId, personId, role }).onConflictDoNothing();
		const onlyHere = await belongsHere(tx, personId, ctx.scope);
		if (!onlyHere) await tx.delete(signInLinks).where(eq(signInLinks.personId, personId));
		const token = onlyHere
			? await makeSignInLink(tx, ctx.now, { personId, returnTo: firstPage(ctx, role) })
			: null;
		await record(tx, ctx, 'person.invited', { kind: 'person', id: personId });
		return { personId, token };
	});
}

async function findStaff(tx: Writer, email: string): Promise<string | undefined> {
	if (!email) return undefined;
	const [known] = await tx.select({ id: people.id }).from(people).where(eq(people.email, email));
	if (known && (await allRolesOf(tx, known.id)).has('parent'))
		throw new Invalid('input.invalid', { email: 'person.email-of-parent' });
	return known?.id;
}

/** Where somebody with this role begins: at the desk, if they have one. */
export function firstPage({ scope, actor }: Pick<Context, 'scope' | 'actor'>, role: Role): string {
	const asker = { scope, actor, roles: new Set([role]) };
	return can(asker, 'desk.see', { scopeId: scope.id }) ? `/${scope.slug}/desk` : `/${scope.slug}`;
}
