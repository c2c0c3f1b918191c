import { type Journey, purposeOf, type Return, secretsOf } from '../journey.ts';
import type { Provider } from './provider.ts';
import { newChallenge } from '#features/factors/challenge.ts';
import { Conflict } from '#kernel/errors.ts';
import { newToken } from '#kernel/ids.ts';
import { personOf, requirePerson, type Context } from '#kernel/server/context.ts';

/** Where the provider sends a browser back to. */
export const redirectUriAt = ({ origin }: Pick<URL, 'origin'>): string =>
	`${origin}/sign-in/oidc/callback`;

/**
 * Begins a try to come in by the provider, or with `confirm` to confirm that it is them. Says where
 * the browser goes and what it keeps meanwhile. Writes nothing.
 */
export async function startSignOn(
	ctx: Context,
	provider: Provider,
	site: Pick<URL, 'origin'>,
	confirm: Return | null
): Promise<{ journey: Journey; address: URL }> {
	if (confirm) assertConfirms(ctx);
	const journey = { secret: newToken(), confirm };
	const state = newChallenge(ctx, purposeOf(journey, personOf(ctx)));
	const passage = { redirectUri: redirectUriAt(site), state, ...secretsOf(ctx, journey, state) };
	return { journey, address: await provider.addressFor(passage, confirm !== null) };
}

/** Whoever has an app or a passkey, or came in otherwise, confirms with what they have. */
export function assertConfirms(ctx: Pick<Context, 'actor' | 'session'>): void {
	requirePerson(ctx);
	if (ctx.session?.confirmsBy !== 'provider') throw new Conflict('sign-on.expired');
}
