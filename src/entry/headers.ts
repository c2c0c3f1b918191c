/**
 * What every answer carries unless it says otherwise: nothing guesses types, nothing leaks
 * addresses, nobody frames it, nobody keeps it, and what is no page of ours loads nothing.
 */
export const EVERYWHERE = {
	'x-content-type-options': 'nosniff',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
	'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
	'cache-control': 'no-store'
} as const;

/** Where we are reached by https, a browser is told to use nothing else. */
export const HTTPS_ONLY = { 'strict-transport-security': 'max-age=31536000' } as const;

/** For the plain page that remains when no other can be made (error.html): it holds its own style. */
export const PLAIN_PAGE =
	"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * For what is answered around the application: its files, which have a version to ask by, and what
 * SvelteKit says when a request never came to our own code.
 */
export const AROUND = {
	...EVERYWHERE,
	'content-security-policy': PLAIN_PAGE,
	'cache-control': 'no-cache'
} as const;
