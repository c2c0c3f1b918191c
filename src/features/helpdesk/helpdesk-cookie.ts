import { OPEN_HOURS } from './rules.ts';

type Options = Readonly<Record<string, unknown>> & { path: string };
type Jar = {
	get(name: string): string | undefined;
	set(name: string, value: string, options: Options): void;
	delete(name: string, options: Options): void;
};

const ROOM = { path: '/helpdesk' };
const nameIn = (url: URL) => (url.protocol === 'https:' ? '__Secure-helpdesk' : 'helpdesk');

/** What a tablet is known by as a helpdesk; empty when it is none. No page of a parent is sent it. */
export const helpdeskIn = (cookies: Jar, url: URL): string => cookies.get(nameIn(url)) ?? '';

/** Makes this browser a helpdesk, until the evening is over. */
export function keepHelpdesk(cookies: Jar, url: URL, token: string): void {
	cookies.set(nameIn(url), token, {
		...ROOM,
		maxAge: OPEN_HOURS * 3600,
		httpOnly: true,
		sameSite: 'strict',
		secure: url.protocol === 'https:'
	});
}

/** This browser is a helpdesk no more. */
export const dropHelpdesk = (cookies: Jar, url: URL): void =>
	cookies.delete(nameIn(url), { ...ROOM, secure: url.protocol === 'https:' });

/** Takes away what a parent chose here. The helper finds the language in which they opened it. */
export function resetPreferences(cookies: Jar, url: URL, locale: string | null): void {
	const all = { path: '/', secure: url.protocol === 'https:' };
	cookies.delete('theme', all);
	if (locale === null) cookies.delete('language', all);
	else cookies.set('language', locale, { ...all, httpOnly: true, sameSite: 'lax' });
}
