import { onTestFinished } from 'vitest';
import { aProvider, Walker, type Known, type LocalProvider } from './provider.ts';
import { aSchool, type World } from './world.ts';
import type { Journey, Return } from '#features/sign-on/journey.ts';
import { enterByProvider } from '#features/sign-on/server/enter-by-provider.ts';
import { openProvider, type Provider } from '#features/sign-on/server/provider.ts';
import { startSignOn } from '#features/sign-on/server/start-sign-on.ts';
import { providerIn } from '#features/sign-on/settings.ts';
import type { Context } from '#kernel/server/context.ts';

export const SITE = new URL('http://localhost:3000');
const CALLBACK = `${SITE.origin}/sign-in/oidc/callback`;

/** Our side of a provider, as its settings have it. */
export function ours(there: Pick<LocalProvider, 'issuer' | 'clientId' | 'clientSecret'>): Provider {
	const settings = providerIn({ ...there, name: 'de Schoolgroep', acr: 'hoog' });
	if (!settings) throw new Error('there are settings');
	return openProvider(settings);
}

/** A school, and a provider where its staff sign in; gone when the test is. */
export async function aSchoolWithProvider(
	options: Partial<Parameters<typeof aProvider>[0]> = {}
): Promise<SignOnWorld> {
	const school = await aSchool();
	const there = await aProvider({ redirectUris: [CALLBACK], ...options });
	onTestFinished(() => there.close());
	return new SignOnWorld(school, there);
}

/** What a browser comes back with from the provider. */
export type Returned = { readonly journey: Journey; readonly answer: URL };

export class SignOnWorld {
	readonly school: World;
	readonly there: LocalProvider;
	readonly provider: Provider;

	constructor(school: World, there: LocalProvider) {
		this.school = school;
		this.there = there;
		this.provider = ours(there);
	}

	knows(account: string, known: Known): void {
		this.there.accounts.set(account, { email_verified: true, ...known });
	}

	/** Goes to the provider, signs in there by this account or thinks better of it, and comes back. */
	async goes(
		account: string | null,
		{ ctx = this.school.guest(), confirm = null, walker = new Walker() }: Going = {}
	): Promise<Returned> {
		const { journey, address } = await startSignOn(ctx, this.provider, SITE, confirm);
		return { journey, answer: await walker.signIn(address, account) };
	}

	comesIn({ journey, answer }: Returned, ctx = this.school.guest()) {
		return enterByProvider(ctx, this.provider, journey, answer);
	}

	async signsIn(account: string, ctx?: Context) {
		return this.comesIn(await this.goes(account), ctx);
	}
}

type Going = {
	readonly ctx?: Context;
	readonly confirm?: Return | null;
	readonly walker?: Walker;
};
