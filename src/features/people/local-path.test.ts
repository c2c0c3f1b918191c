import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path.ts';

const OURS = 'https://samen.example';
const staysHere = (text: string) => new URL(localPath(text), `${OURS}/preferences`).origin === OURS;

test('a page of ours is gone back to as it was', () => {
	const pages = [
		'/',
		'/merelmolen',
		'/merelmolen/consultations/tijden?page=2#reacties',
		'/help//x'
	];
	expect(pages.map(localPath)).toEqual(pages);
});

test('another website, a script or a trick with slashes leads to the front page', () => {
	const tricks = [
		...[
			'//evil.example',
			'/\\evil.example',
			'\\/evil.example',
			'///evil.example',
			'/\t/evil.example'
		],
		...['/\n/evil.example', '/\u0000/evil.example', 'https://evil.example', 'javascript:alert(1)'],
		...['evil.example', '', ' /x', '/a\\..\\b', '/\u2028x', `/${'x'.repeat(600)}`, '/\ud800']
	];
	expect(tricks.map(localPath)).toEqual(tricks.map(() => '/'));
	expect([localPath(null), localPath(undefined)]).toEqual(['/', '/']);
});

test('whatever is asked for, a browser stays on this website', () => {
	const nasty = fc.constantFrom(
		...[
			'/',
			'//',
			'\\',
			'/\\',
			'\t',
			'\r\n',
			'\u0000',
			'\u00a0',
			'javascript:',
			'https:',
			'@',
			'.',
			'..'
		],
		...['evil.example', '%5c', '%2f', '?', '#', ':', 'a']
	);
	const text = fc.array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 3 })), {
		maxLength: 8
	});
	fc.assert(
		fc.property(text, (parts) => {
			expect(staysHere(parts.join(''))).toBe(true);
			expect(staysHere(`/${parts.join('')}`)).toBe(true);
		}),
		{ numRuns: 2000 }
	);
});
