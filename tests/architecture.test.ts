import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

/** From the ground up: a room may import the rooms before it, and itself. */
const rooms = ['i18n', 'kernel', 'policy', 'ui', 'features', 'demo', 'routes'];

/** From the ground up: a feature may import the features before it, and itself. */
const features = [
	'scopes',
	'people',
	'mails',
	'sign-in',
	'imports',
	'factors',
	'sign-on',
	'house-rules',
	'consultations',
	'electorate',
	'panels',
	'questions',
	'polls',
	'evenings',
	'launch',
	'letters',
	'onboarding',
	'invitations',
	'helpdesk',
	'moderation',
	'themes',
	'reports'
];

/** What a file of ours imports of ours, as paths: `src/kernel/errors.ts`. */
function importsOf(file: string): string[] {
	const specifiers = readFileSync(file, 'utf8').matchAll(
		/(?:from|import)\s*\(?\s*'((?:#|\.{1,2}\/)[^']*)'/g
	);
	return [...specifiers].map(([, name = '']) =>
		name.startsWith('#') ? join('src', name.slice(1)) : join(dirname(file), name)
	);
}

function mayImport(from: string, to: string): boolean {
	const [, room = '', feature = ''] = from.split('/');
	const [, toRoom = '', toFeature = ''] = to.split('/');
	if (room === 'ui' && (toRoom === 'policy' || toFeature === 'server')) return false;
	if (room === 'features' && toRoom === 'features') {
		return features.indexOf(toFeature) <= features.indexOf(feature);
	}
	return rooms.includes(toRoom) && rooms.indexOf(toRoom) <= rooms.indexOf(room);
}

const files = globSync('src/{i18n,kernel,policy,ui,features,demo,routes}/**/*.{ts,svelte}');

test('the map of features names every feature, and only those', () => {
	const folders = new Set(globSync('src/features/*/*').map((path) => path.split('/')[2]));
	expect([...folders].toSorted()).toEqual(features.toSorted());
});

test.each(files)('%s imports downwards only', (file) => {
	const ofTests = (path: string) => path.startsWith(join('src', 'tests'));
	const generated = (path: string) => path.includes('$types');
	const wrong = importsOf(file).filter(
		(path) => !ofTests(path) && !generated(path) && !mayImport(file, path)
	);
	expect(wrong).toEqual([]);
});

test('a wrong import is seen: upwards, and from a feature to a later one', () => {
	expect(mayImport('src/kernel/ids.ts', 'src/policy/policy.ts')).toBe(false);
	expect(mayImport('src/features/panels/rules.ts', 'src/features/polls/tally.ts')).toBe(false);
	expect(mayImport('src/ui/Button.svelte', 'src/kernel/server/db.ts')).toBe(false);
	expect(mayImport('src/features/polls/rules.ts', 'src/features/panels/rules.ts')).toBe(true);
});

test('a file fits on a few screens: no source file has more than 300 lines', () => {
	const long = globSync('{src,tests,drizzle}/**/*.{ts,svelte}').filter(
		(file) => readFileSync(file, 'utf8').split('\n').length > 301
	);
	expect(long).toEqual([]);
});
