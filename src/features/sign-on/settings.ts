/** What the administrator tells of the provider where staff sign in, as it stands in the settings. */
type Given = {
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly name: string;
	readonly acr: string;
};

export type ProviderSettings = {
	readonly issuer: URL;
	readonly clientId: string;
	readonly clientSecret: string;
	/** What people call it. */
	readonly name: string;
	/** The classes of signing in (`acr`) at the provider that count as a second factor. */
	readonly strongClasses: readonly string[];
};

/** A setting that stops the start; its sentence says all there is to say. */
export class WrongSetting extends Error {
	override readonly name = 'WrongSetting';
}

const NEEDED = {
	issuer: 'OIDC_ISSUER',
	clientId: 'OIDC_CLIENT_ID',
	clientSecret: 'OIDC_CLIENT_SECRET'
};

/** The provider, or null when none is set. Throws when only some of what it needs is there. */
export function providerIn(given: Given): ProviderSettings | null {
	const { clientId, clientSecret } = given;
	const names = Object.entries(NEEDED) as [keyof typeof NEEDED, string][];
	const missing = names.filter(([key]) => !given[key]).map(([, name]) => name);
	const [first] = missing;
	if (first && missing.length < names.length)
		throw new WrongSetting(
			`${first} is missing: ${names.map(([, name]) => name).join(', ')} go together.`
		);
	if (first) {
		const [lonely] = [given.name && 'OIDC_NAME', given.acr && 'OIDC_ACR'].filter(Boolean);
		if (lonely) throw new WrongSetting(`${lonely} is set, but OIDC_ISSUER is missing.`);
		return null;
	}
	const issuer = new URL(given.issuer);
	const strongClasses = given.acr.split(/\s+/).filter(Boolean);
	return { issuer, clientId, clientSecret, name: given.name || issuer.host, strongClasses };
}

/** Whether somebody may vouch for staff at this address: over https, or else on this machine only. */
export function isIssuer(text: string): boolean {
	const url = URL.parse(text);
	if (!url || url.username || url.password || url.search || url.hash) return false;
	return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url));
}

export const isLocal = ({ hostname }: URL): boolean =>
	['localhost', '127.0.0.1', '[::1]'].includes(hostname);
