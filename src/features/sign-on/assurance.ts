/** How an ID token says that somebody showed who they are. Anything may stand in it. */
export type Shown = {
	readonly iat?: unknown;
	readonly auth_time?: unknown;
	readonly acr?: unknown;
	readonly amr?: unknown;
};

/**
 * The methods (RFC 8176, and `fido` as some write it) that are a second factor or hold one: several
 * factors, digits of an app, a key that does not leave its device, a card. A message to a phone is
 * none; a provider that takes those says by its `acr` what they are worth.
 */
const STRONG = new Set(['mfa', 'otp', 'hwk', 'sc', 'fido']);

/** How many seconds before it was made somebody showed who they are; null: it does not say. */
export function shownAgo({ iat, auth_time: at }: Shown): number | null {
	const known = typeof iat === 'number' && typeof at === 'number' && Number.isFinite(iat - at);
	// both by the clock of the provider, whatever ours says
	return known ? Math.max(0, iat - at) : null;
}

/**
 * Whether somebody showed a second factor. Only where it says when: what counts as a second factor
 * must be shown anew before some things, and who was asked anew is seen by nothing else.
 */
export function isStrong(shown: Shown, strongClasses: readonly string[]): boolean {
	if (shownAgo(shown) === null) return false;
	const { acr, amr } = shown;
	const methods: unknown[] = Array.isArray(amr) ? amr : [];
	return (
		methods.some((it) => typeof it === 'string' && STRONG.has(it)) ||
		(typeof acr === 'string' && strongClasses.includes(acr))
	);
}
