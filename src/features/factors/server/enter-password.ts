import { eq } from 'drizzle-orm';
import { beginningOf } from './enter-passkey.ts';
import { isPassword } from './hash-password.ts';
import { findPassword } from './queries.ts';
import { people } from '#features/people/server/schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { countTry } from '#kernel/server/throttle.ts';

/** Tries for one address, whoever makes them, and from one network; both before any work is done. */
const PER_ACCOUNT = { times: 5, minutes: 15 };
const PER_NETWORK = { times: 100, minutes: 15 };

/**
 * Says whom an address and a password let in, and where they begin. An address that nobody has, or
 * that has no password, gets the same answer after the same work. Too many tries refuse the password
 * only: a code, a link and a passkey go on opening.
 */
export async function enterPassword(
	ctx: Context,
	address: string,
	password: string
): Promise<{ personId: string; returnTo: string }> {
	const email = address.trim().toLowerCase();
	await countTry(ctx, `password-from/${ctx.address}`, PER_NETWORK);
	await countTry(ctx, `password/${email}`, PER_ACCOUNT);
	const [person] = await ctx.read
		.select({ id: people.id })
		.from(people)
		.where(eq(people.email, email));
	const hash = await findPassword(ctx.read, person?.id ?? '');
	const isRight = await isPassword(password.slice(0, 1000), hash);
	if (!isRight || !person) throw new Invalid('password.wrong');
	return { personId: person.id, returnTo: await beginningOf(ctx.read, person.id) };
}

/** Checks the password of whoever is signed in, to confirm that it is them. */
export async function confirmPassword(ctx: Context, password: string): Promise<void> {
	const personId = requirePerson(ctx);
	await countTry(ctx, `own-password/${personId}`, PER_ACCOUNT);
	const hash = await findPassword(ctx.read, personId);
	if (!(await isPassword(password.slice(0, 1000), hash)))
		throw new Invalid('input.invalid', { password: 'password.wrong-own' });
}
