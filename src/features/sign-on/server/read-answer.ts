import { type Journey, purposeOf, secretsOf } from '../journey.ts';
import type { Account, Provider } from './provider.ts';
import { redirectUriAt } from './start-sign-on.ts';
import { endOf, VALID_MINUTES } from '#features/factors/challenge.ts';
import { spendChallenge } from '#features/factors/server/spend-challenge.ts';
import { Conflict } from '#kernel/errors.ts';
import { networksOf } from '#kernel/network.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { countTry } from '#kernel/server/throttle.ts';

/** Answers from one network, which a whole school may share: for each we ask the provider. */
const PER_NETWORK = { times: 100, minutes: 15 };

export type Answer = {
	readonly account: Account;
	/** They showed there who they are after we sent them there. */
	readonly anew: boolean;
};

/**
 * Whom an answer of the provider is of. It serves once, for a quarter of an hour, and only in the
 * browser that went there: that is seen to before the provider is asked. A step of commands.
 */
export async function readAnswer(
	ctx: Context,
	provider: Provider,
	journey: Journey | null,
	answer: URL
): Promise<Answer> {
	const state = answer.searchParams.get('state') ?? '';
	const purpose = journey && purposeOf(journey, personOf(ctx));
	const end = purpose && endOf(ctx, purpose, state);
	if (!end) throw new Conflict('sign-on.expired');
	for (const network of networksOf(ctx.address))
		await countTry(ctx, `sign-on/${network}`, PER_NETWORK);
	const isFirst = await ctx.write((tx) => spendChallenge(tx, ctx, purpose, state));
	if (!isFirst) throw new Conflict('sign-on.expired');

	const passage = { redirectUri: redirectUriAt(answer), state, ...secretsOf(ctx, journey, state) };
	const account = await provider.accountIn(answer.searchParams, passage);
	const began = end.getTime() - VALID_MINUTES * 60_000;
	const away = (ctx.now.getTime() - began) / 1000;
	// whole seconds there, and a moment on the way
	return { account, anew: account.shownAgo !== null && account.shownAgo <= away + 2 };
}
