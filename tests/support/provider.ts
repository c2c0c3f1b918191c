import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Adapter, type AdapterPayload } from 'oidc-provider';

/** What the provider knows of somebody. */
export type Known = {
	email: string;
	email_verified?: unknown;
	/** How they show who they are there. */
	amr?: string[];
	acr?: string;
	/** How many seconds ago they did so. */
	ago?: number;
};

/** A provider of OpenID Connect on this machine, with a page to sign in on. */
export type LocalProvider = {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** Those who have an account there, by what they type to sign in. */
	readonly accounts: Map<string, Known>;
	/** Every request that it was asked, as method and path. */
	readonly asked: string[];
	close(): Promise<void>;
};

type Options = {
	readonly redirectUris: string[];
	/** Tells the address in the ID token; others tell it when they are asked. */
	readonly inToken?: boolean;
};

const CLIENT = { clientId: 'samenspraak', clientSecret: 'a secret that the provider has too' };
const PAGE = `<!doctype html><html lang="nl"><title>Inloggen bij de Schoolgroep</title>
<h1>Inloggen bij de Schoolgroep</h1>
<form method="post"><label>Naam <input name="account"></label><button>Log in</button></form>
<p><a href="?cancel">Annuleer</a></p></html>`;

export async function aProvider(options: Options): Promise<LocalProvider> {
	const accounts = new Map<string, Known>();
	const asked: string[] = [];
	const server = http.createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
	const provider = providerAt(issuer, accounts, options);
	const answer = provider.callback();
	server.on('request', (request: IncomingMessage, response: ServerResponse) => {
		asked.push(`${request.method ?? ''} ${(request.url ?? '').replace(/\?.*/s, '')}`);
		if (request.url?.startsWith('/interaction/'))
			void signInPage(provider, accounts, request, response);
		else void answer(request, response);
	});
	return {
		...CLIENT,
		...{ issuer, accounts, asked },
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		}
	};
}

function providerAt(issuer: string, accounts: Map<string, Known>, options: Options): Provider {
	const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const { redirectUris, inToken = false } = options;
	const provider: Provider = new Provider(issuer, {
		adapter: inMemory(),
		clients: [
			{
				client_id: CLIENT.clientId,
				client_secret: CLIENT.clientSecret,
				redirect_uris: redirectUris,
				id_token_signed_response_alg: 'ES256'
			}
		],
		jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
		cookies: { keys: ['a key for the cookies of a test'] },
		claims: {
			openid: ['sub', 'amr', 'acr'],
			email: ['email', 'email_verified']
		},
		conformIdTokenClaims: !inToken,
		ttl: { IdToken: 3600, Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 600 },
		features: { devInteractions: { enabled: false } },
		interactions: { url: (_, { uid }) => `/interaction/${uid}` },
		findAccount: (_, id) => {
			const { email, email_verified } = accounts.get(id) ?? {};
			return { accountId: id, claims: () => ({ sub: id, email, email_verified }) };
		},
		async loadExistingGrant({ oidc }) {
			const { client, session } = oidc;
			const owner = { clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' };
			const grant = new provider.Grant(owner);
			grant.addOIDCScope('openid email');
			await grant.save();
			return grant;
		}
	});
	return provider;
}

/** Keeps what a provider keeps, for as long as it runs. */
function inMemory(): (model: string) => Adapter {
	const all = new Map<string, AdapterPayload>();
	return (model) => {
		const keyOf = (id: string) => `${model}/${id}`;
		const first = (is: (it: AdapterPayload) => boolean) =>
			Promise.resolve([...all.values()].find(is));
		return {
			upsert: (id, payload) => Promise.resolve(void all.set(keyOf(id), payload)),
			find: (id) => Promise.resolve(all.get(keyOf(id))),
			findByUid: (uid) => first((it) => it.uid === uid),
			findByUserCode: (code) => first((it) => it.userCode === code),
			consume(id) {
				const known = all.get(keyOf(id));
				if (known) known['consumed'] = Math.floor(Date.now() / 1000);
				return Promise.resolve();
			},
			destroy: (id) => Promise.resolve(void all.delete(keyOf(id))),
			revokeByGrantId(grantId) {
				for (const [key, it] of all) if (it.grantId === grantId) all.delete(key);
				return Promise.resolve();
			}
		};
	};
}

async function signInPage(
	provider: Provider,
	accounts: ReadonlyMap<string, Known>,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	if (request.url?.endsWith('?cancel')) {
		await provider.interactionFinished(request, response, { error: 'access_denied' });
		return;
	}
	if (request.method !== 'POST') {
		response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
		return;
	}
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const accountId = new URLSearchParams(Buffer.concat(chunks).toString()).get('account') ?? '';
	const { amr, acr, ago = 0 } = accounts.get(accountId) ?? {};
	const ts = Math.floor(Date.now() / 1000) - ago;
	const login = { accountId, ts, ...(amr && { amr }), ...(acr && { acr }) };
	await provider.interactionFinished(request, response, { login });
}

/** A browser that goes where it is sent, from the provider until it would come back to us. */
export class Walker {
	readonly #cookies = new Map<string, string>();

	/** Signs in there by this account; null: thinks better of it. Where it would come back to. */
	async signIn(address: URL, account: string | null): Promise<URL> {
		let url = address;
		let form: string | undefined;
		while (url.origin === address.origin) {
			const answer = await fetch(url, {
				method: form === undefined ? 'GET' : 'POST',
				redirect: 'manual',
				headers: {
					cookie: [...this.#cookies].map((it) => it.join('=')).join('; '),
					...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' })
				},
				...(form !== undefined && { body: form })
			});
			for (const cookie of answer.headers.getSetCookie()) {
				const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
				this.#cookies.set(name, value);
			}
			const location = answer.headers.get('location');
			if (!location && !url.pathname.startsWith('/interaction/'))
				throw new Error(`the provider answers ${String(answer.status)}: ${await answer.text()}`);
			form = undefined;
			if (location) url = new URL(location, url);
			else if (account === null) url = new URL('?cancel', url);
			else form = `account=${account}`;
		}
		return url;
	}
}
