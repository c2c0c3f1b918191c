import type { ClientAuth, Configuration, IDToken, UserInfoResponse } from 'openid-client';
import * as v from 'valibot';
import { isStrong, shownAgo } from '../assurance.ts';
import { isLocal, type ProviderSettings } from '../settings.ts';
import { email as anEmail } from '#features/scopes/input.ts';
import type { Reason } from '#i18n/reasons.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { log } from '#kernel/server/log.ts';

/** One try to sign in: what goes with the browser, and what only we know of it. */
export type Passage = {
	/** Our address to come back to. */
	readonly redirectUri: string;
	readonly state: string;
	readonly nonce: string;
	readonly verifier: string;
};

/** What the provider says of who came back from it. */
export type Account = {
	/** Who vouches for it, and what it is called there: the same for as long as it exists. */
	readonly issuer: string;
	readonly subject: string;
	/** Their e-mail address, if the provider knows it to be theirs. */
	readonly email: string | null;
	/** They showed a second factor there. */
	readonly strong: boolean;
	/** How many seconds ago they showed who they are; null: not told. */
	readonly shownAgo: number | null;
};

/** Where the staff of an organisation sign in for all that they use (OpenID Connect). */
export type Provider = {
	/** What people call it. */
	readonly name: string;
	readonly issuer: string;
	/** Where a browser goes to; with `anew` somebody must show there who they are, also if they did. */
	addressFor(passage: Passage, anew: boolean): Promise<URL>;
	/** Whom the answer at our address is of, after all checks. Throws Conflict when it does not hold. */
	accountIn(answer: URLSearchParams, passage: Passage): Promise<Account>;
};

/** Nobody waits longer for one answer of the provider. */
const SECONDS = 5;
/** Who showed at the provider who they are in the last working day need not do it again to come in. */
const ONE_DAY_SECONDS = 8 * 60 * 60;

const load = () => import('openid-client');
type Library = Awaited<ReturnType<typeof load>>;

/** Asks nothing of the provider until somebody wants to sign in there. */
export function openProvider(settings: ProviderSettings): Provider {
	const { issuer, clientId, clientSecret, name, strongClasses } = settings;
	let known: Promise<Configuration> | null = null;

	async function discover(library: Library) {
		const config = await library.discovery(
			issuer,
			clientId,
			{},
			authenticated(library, clientSecret),
			{
				timeout: SECONDS,
				// eslint-disable-next-line @typescript-eslint/no-deprecated -- for a provider on this machine only
				execute: isLocal(issuer) ? [library.allowInsecureRequests] : []
			}
		);
		library.enableNonRepudiationChecks(config);
		return config;
	}

	/** Does something with what the provider tells of itself; that is asked anew when it went wrong. */
	async function using<Result>(
		work: (library: Library, config: Configuration) => Result | Promise<Result>
	): Promise<Result> {
		const library = await load();
		try {
			return await work(library, await (known ??= discover(library)));
		} catch (error) {
			known = null;
			const { reason, code } = problemIn(error, library);
			log('sign-on.failed', { reason, code });
			throw new Conflict(reason);
		}
	}

	return {
		name,
		issuer: issuer.href,
		addressFor: ({ redirectUri, state, nonce, verifier }, anew) =>
			using(async ({ buildAuthorizationUrl, calculatePKCECodeChallenge }, config) =>
				buildAuthorizationUrl(config, {
					redirect_uri: redirectUri,
					scope: 'openid email',
					...{ state, nonce },
					code_challenge: await calculatePKCECodeChallenge(verifier),
					code_challenge_method: 'S256',
					// asked of a provider it tells when they showed who they are
					...(anew ? { prompt: 'login', max_age: '0' } : { max_age: String(ONE_DAY_SECONDS) }),
					...(strongClasses.length > 0 && { acr_values: strongClasses.join(' ') })
				})
			),
		accountIn: (answer, { redirectUri, state, nonce, verifier }) =>
			using(async (library, config) => {
				const tokens = await library.authorizationCodeGrant(
					config,
					new URL(`?${answer.toString()}`, redirectUri),
					{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier }
				);
				const claims = tokens.claims();
				if (!claims) throw new Error('There is no ID token');
				const told = await addressIn(library, config, claims, tokens.access_token);
				return {
					issuer: claims.iss,
					subject: claims.sub,
					email: emailIn(told),
					strong: isStrong(claims, strongClasses),
					shownAgo: shownAgo(claims)
				};
			})
	};
}

/** Shows that it is us, in the way that the provider takes. One that does not tell takes the first. */
function authenticated(
	{ ClientSecretBasic, ClientSecretPost }: Pick<Library, 'ClientSecretBasic' | 'ClientSecretPost'>,
	secret: string
): ClientAuth {
	const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
	return (server, ...request) => {
		const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
		return (ways.includes('client_secret_basic') ? basic : post)(server, ...request);
	};
}

/** Some put the address in the ID token, the others tell it when they are asked. */
async function addressIn(
	{ fetchUserInfo }: Library,
	config: Configuration,
	claims: IDToken,
	accessToken: string
): Promise<IDToken | UserInfoResponse> {
	if (claims['email'] !== undefined || !config.serverMetadata().userinfo_endpoint) return claims;
	return fetchUserInfo(config, accessToken, claims.sub);
}

function emailIn(told: IDToken | UserInfoResponse): string | null {
	const { success, output } = v.safeParse(anEmail, told['email']);
	return told['email_verified'] === true && success && output !== '' ? output : null;
}

const CANCELLED = ['access_denied'];
const AWAY = ['server_error', 'temporarily_unavailable', 'OAUTH_TIMEOUT'];

/** What went wrong, as words for who waits and as a word for the log: no part of what was sent. */
function problemIn(
	error: unknown,
	{ AuthorizationResponseError, ResponseBodyError }: Library
): { reason: Reason; code: string } {
	const isAnswer =
		error instanceof AuthorizationResponseError || error instanceof ResponseBodyError;
	const said = isAnswer ? error.error : (error as { code?: unknown }).code;
	// of an error that anybody can put in an address no more than a word is kept
	const code = typeof said === 'string' && /^\w{1,60}$/.test(said) ? said : 'other';
	if (CANCELLED.includes(code)) return { reason: 'sign-on.cancelled', code };
	const isAway = AWAY.includes(code) || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';
	// of `fetch`, which did not reach it
	if (isAway || error instanceof TypeError) return { reason: 'sign-on.away', code };
	return { reason: 'sign-on.wrong', code };
}

/** Where no provider is set there is nothing of this. */
export function requireProvider(provider: Provider | null): Provider {
	if (!provider) throw new NotFound('not-found');
	return provider;
}
