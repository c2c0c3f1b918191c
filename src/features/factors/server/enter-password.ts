import { beginningOf } from './enter-passkey.ts';
import { isPassword } from './hash-password.ts';
import { findPassword, listPasswords } from './queries.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { networksOf } from '#kernel/network.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { countTry } from '#kernel/server/throttle.ts';

/** Tries for one address, whoever makes them, and from one network; both before any work is done. */
const PER_ACCOUNT = { times: 5, minutes: 15 };
const PER_NETWORK = { times: 100, minutes: 15 };

const NOBODY = { personId: '', hash: undefined };
/** So many are compared at least, so that the time does not tell that two of a family have one. */
const COMPARED = 2;

/**
 * Says whom an address and a password let in, and where they begin. An address that nobody has, or
 * that has no password, gets the same answer after the same work. Too many tries refuse the password
 * only: a code, a link and a passkey go on opening. A family may share an address: each comes in as
 * themselves, and where two chose one password it lets in neither.
 */
export async function enterPassword(
	ctx: Context,
	address: string,
	password: string
): Promise<{ personId: string; returnTo: string }> {
	const email = address.trim().toLowerCase();
	if (email === '' || password === '')
		throw new Invalid('input.invalid', {
			...(email === '' && { email: 'field.required' }),
			...(password === '' && { password: 'field.required' })
		});
	for (const network of networksOf(ctx.address))
		await countTry(ctx, `password-from/${network}`, PER_NETWORK);
	await countTry(ctx, `password/${email}`, PER_ACCOUNT);
	const known = await listPasswords(ctx.read, email);
	const most = Math.max(COMPARED, known.length);
	const compared = Array.from({ length: most }, (_, n) => known[n] ?? NOBODY);
	const are = await Promise.all(
		compared.map(({ hash }) => isPassword(password.slice(0, 1000), hash))
	);
	const right = compared.filter((_, n) => are[n]);
	const personId = right[0]?.personId;
	if (personId === undefined || right.length > 1) throw new Invalid('password.wrong');
	return { personId, returnTo: await beginningOf(ctx.read, personId) };
}

/**
 * Checks the password of whoever is signed in, to confirm that it is them. Who has an app or a passkey
 * confirms with that.
 */
export async function confirmPassword(ctx: Context, password: string): Promise<void> {
	const personId = requirePerson(ctx);
	if (ctx.session?.confirmsBy === 'factor') throw new Conflict('confirm.by-factor');
	await countTry(ctx, `own-password/${personId}`, PER_ACCOUNT);
	const hash = await findPassword(ctx.read, personId);
	if (!(await isPassword(password.slice(0, 1000), hash)))
		throw new Invalid('input.invalid', { password: 'password.wrong-own' });
}
