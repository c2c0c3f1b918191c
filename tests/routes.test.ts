import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (file: string) => readFileSync(file, 'utf8');
/** Our files that go to work, by their pattern; their tests are not among them. */
const ours = (pattern: string) => globSync(pattern).filter((file) => !file.includes('.test.'));

const servers = ours('src/routes/**/{+page.server,+server}.ts').toSorted();

/**
 * Routes that ask nothing of a feature's server, because nothing is kept or looked up there: a
 * choice goes into a cookie, and a session ends with one.
 */
const WITHOUT_FEATURE = [
	'src/routes/preferences/+page.server.ts',
	'src/routes/sign-out/+page.server.ts'
];

/** The names that a file takes from the servers of features, types aside. */
const takenFrom = (source: string, from: RegExp): string[] =>
	[...source.matchAll(/import (?!type)\{([^}]*)\} from '([^']*)'/g)]
		.filter(([, , module = '']) => from.test(module))
		.flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
		.filter((name) => name !== '' && !name.startsWith('type '));

const OF_FEATURES = /^#features\/[^/]+\/server\//;
/** Tables, statements and the database itself: for the servers of features only. */
const OF_DATABASE = /\/schema\.ts$|^drizzle-orm|#kernel\/server\/(?:db|store|remote|embedded)/;
/** A name that is only imported stands in a file once. */
const uses = (source: string, name: string) =>
	[...source.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length > 1;

describe.each(servers)('%s', (file) => {
	const source = read(file);

	test('fits on a screen', () => {
		expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
	});

	test('goes through functions of features, all of which it uses', () => {
		const taken = takenFrom(source, OF_FEATURES);
		expect(taken.filter((name) => !uses(source, name))).toEqual([]);
		if (!WITHOUT_FEATURE.includes(file)) expect(taken).not.toEqual([]);
	});

	test('knows no tables and writes no statements', () => {
		expect(takenFrom(source, OF_DATABASE)).toEqual([]);
		expect(source).not.toMatch(/\.(?:select|insert|update|delete|write|transaction)\(/);
	});
});

describe('in all of our files', () => {
	const holding = (pattern: string, wrong: RegExp) =>
		ours(pattern).filter((file) => wrong.test(read(file)));

	test('HTML is believed in one place', () => {
		expect(holding('src/**/*.svelte', /\{@html/)).toEqual(['src/ui/Prose.svelte']);
	});

	test('nothing is styled in its tag, which our policy for content would block', () => {
		expect(holding('src/**/*.{svelte,html}', /\sstyle(?::[\w-]+)?=/)).toEqual([]);
	});

	test('no text becomes a statement to the database', () => {
		expect(holding('src/**/*.{ts,svelte}', /\bsql\s*\.\s*raw\b/)).toEqual([]);
	});

	test('only the way to a database elsewhere speaks to another machine', () => {
		const fetching = holding('src/**/*.{ts,svelte}', /\bfetch\(/);
		expect(fetching).toEqual(['src/kernel/server/remote.ts']);
	});
});

test('a route that takes a table, or a function that it never uses, is seen', () => {
	const source = `import { panels } from '#features/panels/server/schema.ts';\nshowPanels(panels);`;
	expect(takenFrom(source, OF_DATABASE)).toEqual(['panels']);
	expect(uses(source, 'panels')).toBe(true);
	expect(uses(source, 'showPanels')).toBe(false);
	expect(
		takenFrom(`import type { Panel } from '#features/panels/server/x.ts'`, OF_FEATURES)
	).toEqual([]);
	expect(servers.length).toBeGreaterThan(30);
});
