import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, browserPath } from '../support/browser.ts';

const port = Number(process.env.E2E_PORT ?? 4317);

export default defineConfig({
	testDir: '.',
	fullyParallel: false,
	workers: 1,
	timeout: 60_000,
	forbidOnly: true,
	reporter: [['line']],
	outputDir: '../../test-results',
	use: {
		baseURL: `http://localhost:${String(port)}`,
		locale: 'nl-NL',
		launchOptions: { executablePath: await browserPath(), args: BROWSER_ARGS }
	},
	webServer: {
		command: 'node src/entry/demo.ts',
		cwd: '../..',
		url: `http://localhost:${String(port)}/help`,
		timeout: 120_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		env: {
			PORT: String(port),
			DATABASE_URL: `file:data/e2e-${String(Date.now())}.db`,
			DEMO_CODES: 'test-results/demo-codes.json'
		}
	}
});
