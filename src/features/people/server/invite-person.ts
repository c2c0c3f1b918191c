import { and, eq } from 'drizzle-orm';
import { inviteInput } from '../input.ts';
import { isBarred } from '../rules.ts';
import { isElsewhere, isInChargeOf } from './belonging.ts';
import { makeSignInLink } from './make-sign-in-link.ts';
import { allRolesOf } from './queries.ts';
import { memberships, people, sessions, signInCodes, signInLinks } from './schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context, type Role } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize, can } from '#policy/authorize.ts';

export type Invited = {
	readonly personId: string;
	/** Of the link; null when the actor may have no way into this account. */
	readonly token: string | null;
	/** The link went to their e-mail address instead. */
	readonly mailed: boolean;
	/** The ways in that they had are gone: they need a new one. */
	readonly ended: boolean;
};

/** Sends a link by mail, if that can be done: then it need not be shown. */
export type MailLink = (
	tx: Writer,
	ctx: Context,
	link: { readonly personId: string; readonly returnTo: string }
) => Promise<boolean>;

/**
 * Gives somebody a role in this place, and a link to sign in with once, within 14 days:
 * by mail when there is an address and `mailLink` is given, and to show otherwise.
 *
 * Somebody who is known by their e-mail address keeps their name and gets the role with the others.
 * Who is something outside what the actor is in charge of gets no link: it would open what is theirs
 * there. For the same reason a new role ends the codes, links and sessions of who is something
 * elsewhere: others have seen those, and they would open this place. Called again it only makes
 * another link. An address of a parent is refused, because letters with codes for that parent go
 * round on paper.
 */
export async function invitePerson(
	ctx: Context,
	input: unknown,
	mailLink?: MailLink
): Promise<Invited> {
	const actorId = requirePerson(ctx);
	return ctx.write(async (tx) => {
		const scopeId = ctx.scope.id;
		authorize(ctx, 'person.invite', { scopeId });
		requireFresh(ctx);
		const { name, email, role } = parse(inviteInput, input);

		const known = await findStaff(tx, email);
		if (known === 'parent') throw new Invalid('input.invalid', { email: 'person.email-of-parent' });
		const personId = known?.id ?? newId();
		await tx
			.insert(people)
			.values({ id: personId, name, email: email || null })
			.onConflictDoNothing({ target: people.id });
		const given = await giveRole(tx, { scopeId, personId, role });
		// who invites themselves is in charge here already: nothing new opens for them
		const ended = given && personId !== actorId && (await isElsewhere(tx, personId, ctx.scope));
		if (ended) await endWaysIn(tx, personId);
		const link = { personId, returnTo: firstPage(ctx, role) };
		const mayOpen = await isInChargeOf(tx, ctx, personId);
		const mailed = mayOpen && mailLink !== undefined && (await mailLink(tx, ctx, link));
		const token = mayOpen && !mailed ? await makeSignInLink(tx, ctx.now, link) : null;
		await record(tx, ctx, 'person.invited', { kind: 'person', id: personId });
		return { personId, token, mailed, ended };
	});
}

/** Ends whatever somebody could sign in with: their codes, links and sessions. */
export async function endWaysIn(tx: Writer, personId: string): Promise<void> {
	for (const table of [signInCodes, signInLinks, sessions])
		await tx.delete(table).where(eq(table.personId, personId));
}

/**
 * Makes somebody this in a place, or anew what they were until they left. False when they are it
 * already; Conflict when they are kept out there.
 *
 * A step of inviting, and of making schools from a list.
 */
export async function giveRole(tx: Writer, wanted: Wanted): Promise<boolean> {
	const { scopeId, personId } = wanted;
	const before = await tx
		.select({ status: memberships.status })
		.from(memberships)
		.where(and(eq(memberships.personId, personId), eq(memberships.scopeId, scopeId)));
	if (before.some(isBarred)) throw new Conflict('access.barred');
	const given = await tx
		.insert(memberships)
		.values(wanted)
		.onConflictDoUpdate({
			target: [memberships.scopeId, memberships.personId, memberships.role],
			set: { status: 'active' },
			setWhere: eq(memberships.status, 'left')
		});
	return given.rowsAffected > 0;
}

type Wanted = {
	readonly scopeId: string;
	readonly personId: string;
	readonly role: Exclude<Role, 'guest'>;
};

/** Who works here under this address, or that only parents have it; undefined when nobody has it. */
export async function findStaff(
	db: Reader,
	email: string
): Promise<{ readonly id: string } | 'parent' | undefined> {
	if (!email) return undefined;
	const known = await db
		.select({ id: people.id })
		.from(people)
		.where(eq(people.email, email))
		.orderBy(people.id);
	for (const { id } of known) if (!(await allRolesOf(db, id)).has('parent')) return { id };
	return known.length > 0 ? 'parent' : undefined;
}

/** Where somebody with this role begins: at the desk, if they have one. */
export function firstPage({ scope, actor }: Pick<Context, 'scope' | 'actor'>, role: Role): string {
	const asker = { scope, actor, roles: new Set([role]) };
	return can(asker, 'desk.see', { scopeId: scope.id }) ? `/${scope.slug}/desk` : `/${scope.slug}`;
}
