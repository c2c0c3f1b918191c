import { fold } from './fold.ts';

/** First words of addresses that are ours, or may become so: no place can be called that. */
const RESERVED: ReadonlySet<string> = new Set([
	...[
		'join',
		'setup',
		'me',
		'help',
		'sign-out',
		'sign-in',
		'confirm',
		'preferences',
		'health',
		'home',
		'request'
	],
	...[
		'desk',
		'app',
		'favicon',
		'robots',
		'enhance',
		'passkey',
		'read-aloud',
		'helpdesk',
		'static',
		'api',
		'admin',
		'well-known'
	],
	...['import', 'edexml', 'hooks'],
	...['consultations', 'reports', 'evenings', 'house-rules', 'privacy', 'accessibility', 'search']
]);
const LONGEST = 40;

export const isReserved = (slug: string): boolean => RESERVED.has(slug);

/** Words of small letters and digits with single dashes between them, of at most 40 characters. */
export const isSlug = (text: string): boolean =>
	text.length <= LONGEST && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);

/**
 * The name of a place as it stands in addresses: "sbo ’t Zilverpad" is `sbo-t-zilverpad`, "Groep
 * 3/4" is `groep-3-4`. Empty when the name has no letter or digit that an address can have.
 */
export function slugFrom(name: string): string {
	const dashed = fold(name)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-/, '');
	return dashed.slice(0, LONGEST).replace(/-$/, '');
}
