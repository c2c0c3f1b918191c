import type { Journey } from '../journey.ts';
import type { Provider } from './provider.ts';
import { findOwner } from './queries.ts';
import { readAnswer } from './read-answer.ts';
import { assertConfirms } from './start-sign-on.ts';
import { Conflict } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/**
 * Checks that the actor showed anew at the provider who they are, as well as when they came in.
 * Returns what it counts as.
 */
export async function confirmByProvider(
	ctx: Context,
	provider: Provider,
	journey: Journey | null,
	answer: URL
): Promise<'password' | 'factor'> {
	assertConfirms(ctx);
	const { account, anew } = await readAnswer(ctx, provider, journey, answer);
	if ((await findOwner(ctx.read, ctx, account)) !== requirePerson(ctx))
		throw new Conflict('sign-on.other');
	const asBefore = account.strong || !ctx.session?.strong;
	if (!anew || !asBefore) throw new Conflict('sign-on.not-anew');
	return account.strong ? 'factor' : 'password';
}
