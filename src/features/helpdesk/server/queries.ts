import { and, eq, gt, lte } from 'drizzle-orm';
import { helpdesks } from './schema.ts';
import { rolesIn } from '#features/people/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { can } from '#policy/authorize.ts';

export type Helpdesk = {
	readonly row: typeof helpdesks.$inferSelect;
	/** The context of its helper at its school, with the roles that they have at this moment. */
	readonly ctx: Context;
};

/**
 * The helpdesk that a token belongs to, for as long as it lasts and its helper is one: whoever lost
 * the role, or was blocked, has none from that moment on.
 */
export async function findHelpdesk(
	db: Reader,
	ctx: Context,
	token: string
): Promise<Helpdesk | null> {
	if (token === '') return null;
	const [found] = await db
		.select({
			row: helpdesks,
			scope: {
				id: scopes.id,
				path: scopes.path,
				kind: scopes.kind,
				slug: scopes.slug,
				name: scopes.name
			}
		})
		.from(helpdesks)
		.innerJoin(scopes, eq(scopes.id, helpdesks.scopeId))
		.where(and(eq(helpdesks.id, sha256(token)), gt(helpdesks.expiresAt, ctx.now)));
	if (!found) return null;
	const { row, scope } = found;
	const there: Context = {
		read: ctx.read,
		write: ctx.write,
		now: ctx.now,
		locale: ctx.locale,
		seal: ctx.seal,
		vault: ctx.vault,
		get address() {
			return ctx.address;
		},
		scope,
		session: null,
		actor: { kind: 'person', personId: row.helperId },
		roles: await rolesIn(db, row.helperId, scope)
	};
	return can(there, 'helpdesk.use', { scopeId: scope.id }) ? { row, ctx: there } : null;
}

/** The same, unlocked. Throws Conflict when it is over, or its PIN is wanted first. */
export async function getUnlocked(db: Reader, ctx: Context, token: string): Promise<Helpdesk> {
	const helpdesk = await findHelpdesk(db, ctx, token);
	if (!helpdesk) throw new Conflict('helpdesk.over');
	const { unlockedUntil } = helpdesk.row;
	if (!unlockedUntil || unlockedUntil <= ctx.now) throw new Conflict('helpdesk.locked');
	return helpdesk;
}

/** Forgets helpdesks of evenings that are over. */
export async function forgetHelpdesks(tx: Writer, now: Date): Promise<void> {
	await tx.delete(helpdesks).where(lte(helpdesks.expiresAt, now));
}
