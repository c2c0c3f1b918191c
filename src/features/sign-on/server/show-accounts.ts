import type { Provider } from './provider.ts';
import { listAccounts } from './queries.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/** With which accounts elsewhere the actor comes in, and with which they could. */
export async function showAccounts(ctx: Context, provider: Provider | null) {
	const linked = await listAccounts(ctx.read, requirePerson(ctx));
	const isHere = (issuer: string) => URL.parse(issuer)?.href === provider?.issuer;
	return {
		/** The provider that is set now. */
		name: provider?.name ?? null,
		linked: linked.map(({ issuer, linkedOn }) => ({
			...{ issuer, linkedOn },
			name: (isHere(issuer) ? provider?.name : URL.parse(issuer)?.host) ?? issuer
		}))
	};
}
