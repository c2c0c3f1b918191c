import { eq } from 'drizzle-orm';
import { objectionTo } from '../password-rules.ts';
import { hashPassword } from './hash-password.ts';
import { keepFactors } from './keep-factors.ts';
import { listPlaceNames } from './queries.ts';
import { passwords } from './schema.ts';
import { findPerson } from '#features/people/server/queries.ts';
import { Invalid } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';

/** Gives the actor a password, or another one. Their other sessions end. They need an address for it. */
export async function setPassword(ctx: Context, password: string): Promise<void> {
	const personId = requirePerson(ctx);
	requireFresh(ctx);
	const person = await findPerson(ctx.read, personId);
	if (!person?.email) throw new Invalid('password.no-address');
	const places = await listPlaceNames(ctx.read, personId);
	const objection = await objectionTo(password, { ...person, places });
	if (objection) throw new Invalid('input.invalid', { password: objection });
	const hash = await hashPassword(password);
	await ctx.write(async (tx) => {
		await tx
			.insert(passwords)
			.values({ personId, hash })
			.onConflictDoUpdate({ target: passwords.personId, set: { hash } });
		await keepFactors(tx, ctx, personId, 'password-set');
		await record(tx, ctx, 'password.set', { kind: 'person', id: personId });
	});
}

/** Takes the actor's password away. Their other sessions end. */
export async function removePassword(ctx: Context): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		requireFresh(ctx);
		const removed = await tx.delete(passwords).where(eq(passwords.personId, personId));
		if (removed.rowsAffected === 0) return;
		await keepFactors(tx, ctx, personId, 'password-removed');
	});
}
