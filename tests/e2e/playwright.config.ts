import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, browserPath } from '../support/browser.ts';
import { LOCALES, portOf } from './support/servers.ts';

const executablePath = await browserPath();

/** One demonstration per language, so that the walks of one do not meet those of the other. */
export default defineConfig({
	testDir: '.',
	fullyParallel: false,
	workers: 1,
	timeout: 60_000,
	forbidOnly: true,
	reporter: [['line']],
	outputDir: '../../test-results',
	projects: [
		...LOCALES.map((locale) => ({
			name: locale,
			testIgnore: 'server/**',
			use: {
				baseURL: `http://localhost:${String(portOf(locale))}`,
				locale: locale === 'nl' ? 'nl-NL' : 'en-GB',
				launchOptions: { executablePath, args: BROWSER_ARGS }
			}
		})),
		{
			name: 'server',
			testMatch: 'server/**/*.spec.ts',
			use: { locale: 'nl-NL', launchOptions: { executablePath, args: BROWSER_ARGS } }
		}
	],
	webServer: LOCALES.map((locale) => ({
		command: `node tests/e2e/support/serve-demo.ts ${locale}`,
		cwd: '../..',
		url: `http://localhost:${String(portOf(locale))}/help`,
		timeout: 120_000,
		gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 }
	}))
});
