import { VALID_MINUTES } from './rules.ts';

type Jar = {
	get(name: string): string | undefined;
	set(
		name: string,
		value: string,
		options: Readonly<Record<string, unknown>> & { path: '/' }
	): void;
};

const nameIn = (url: URL) => (url.protocol === 'https:' ? '__Host-asked' : 'asked');

/** What a browser that asked for a mail is known by; empty when it did not. */
export const askingBrowser = (cookies: Jar, url: URL): string => cookies.get(nameIn(url)) ?? '';

/** Lets a browser be known again for as long as the mail lets in. */
export function rememberBrowser(cookies: Jar, url: URL, browser: string): void {
	cookies.set(nameIn(url), browser, {
		path: '/',
		maxAge: VALID_MINUTES * 60,
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:'
	});
}
