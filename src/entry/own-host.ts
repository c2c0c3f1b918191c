/** This machine by its own names: the hosts that are answered where no other was set. */
export const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

const USUAL_PORT: Readonly<Record<string, string>> = { 'http:': ':80', 'https:': ':443' };

/** Whether a request for this host is for us: that of the origin that was set, or else this machine. */
export function isOwnHost(asked: string | undefined, origin: URL | undefined): boolean {
	const host = asked?.toLowerCase() ?? '';
	if (!origin) return LOCAL.test(host);
	return host === origin.host || host === origin.host + (USUAL_PORT[origin.protocol] ?? '');
}
