import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const FLAGS = ['--headless', '--no-sandbox', '--version'];
const starts = (path: string): boolean =>
	existsSync(path) && spawnSync(path, FLAGS, { timeout: 60_000 }).status === 0;

/** What a browser needs to run as root, and to leave the network alone. */
export const BROWSER_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

let found: Promise<string> | undefined;

/**
 * The path of a Chromium that starts. Looks, in this order, at the variable CHROMIUM, at the places
 * where systems keep one, and at the one in the npm registry; where that misses a library and we
 * may, installs Debian's.
 */
export const browserPath = (): Promise<string> => (found ??= find());

async function find(): Promise<string> {
	const installed = [
		process.env.CHROMIUM,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome'
	].find((path) => path !== undefined && starts(path));
	if (installed) return installed;

	const { default: packaged } = await import('@sparticuz/chromium');
	const path = await packaged.executablePath();
	if (starts(path)) return path;

	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		const quiet = { stdio: 'ignore' } as const;
		execFileSync('apt-get', ['update'], quiet);
		execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
		if (starts('/usr/bin/chromium')) return '/usr/bin/chromium';
	}
	throw new Error('No browser starts here. Install Chromium, or point CHROMIUM at one.');
}
