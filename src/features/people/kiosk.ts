/** How long a parent is signed in at the tablet of a school, in seconds: unused, after the receipt, at most. */
export const KIOSK = { idle: 60, receipt: 30, most: 600 } as const;

/**
 * Whether a route is for a parent at the tablet of a school: to read, to vote, to write, and to choose
 * a language. Not what is for one's own device (sessions, ways to sign in), and no desk.
 */
export function isForKiosk(route: string | null): boolean {
	if (route === null) return false;
	const isOfPlace = route === '/[scope]' || route.startsWith('/[scope]/');
	if (isOfPlace) return !/^\/\[scope\]\/desk(?:\/|$)/.test(route);
	return route === '/' || route === '/help' || route === '/preferences';
}
