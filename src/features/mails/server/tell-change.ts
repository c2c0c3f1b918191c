import { and, asc, eq } from 'drizzle-orm';
import type { Change } from '../change.ts';
import { queueMail } from './queue-mail.ts';
import { mails } from './schema.ts';
import { findPerson } from '#features/people/server/queries.ts';
import { memberships } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';

const USEFUL_DAYS = 7;
const usefulUntil = (now: Date) => new Date(now.getTime() + USEFUL_DAYS * 24 * 3_600_000);

/**
 * Queues a mail that tells somebody how their signing in changed, for when it was not them who did
 * it. Who has no address is not told. A step of whatever changes it.
 */
export async function tellChange(
	tx: Writer,
	ctx: Pick<Context, 'now' | 'locale'>,
	personId: string,
	change: Change
): Promise<void> {
	const person = await findPerson(tx, personId);
	if (!person?.email) return;
	const scopeId = await firstPlaceOf(tx, personId);
	await queueMail(tx, ctx, {
		...{ key: `change/${newId()}`, kind: 'change', change, personId },
		...(scopeId && { scopeId }),
		...{ locale: ctx.locale, usefulUntil: usefulUntil(ctx.now) }
	});
}

/** The place whose contact can help: the highest where they are something. */
async function firstPlaceOf(db: Reader, personId: string): Promise<string | undefined> {
	const [first] = await db
		.select({ id: scopes.id })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(eq(memberships.personId, personId), eq(memberships.status, 'active')))
		.orderBy(asc(scopes.path))
		.limit(1);
	return first?.id;
}

const AT_ONCE = 200;

/**
 * Queues mails to the old and to the present address of everybody whose address this place changed.
 * The old one is in the vault until the mail has left. A step of importing.
 */
export async function tellAddressChanges(
	tx: Writer,
	{ vault, scope, now, locale }: Pick<Context, 'vault' | 'scope' | 'now' | 'locale'>,
	changed: readonly { readonly personId: string; readonly oldAddress: string }[]
): Promise<void> {
	const rows = changed.flatMap(({ personId, oldAddress }) =>
		[vault.lock(oldAddress), null].map((toLocked) => ({
			...{ key: `change/${newId()}`, kind: 'change' as const, change: 'address' as const },
			...{ personId, scopeId: scope.id, toLocked, locale },
			...{ madeAt: now, nextAt: now, usefulUntil: usefulUntil(now) }
		}))
	);
	for (let at = 0; at < rows.length; at += AT_ONCE)
		await tx.insert(mails).values(rows.slice(at, at + AT_ONCE));
}
