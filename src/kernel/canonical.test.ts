import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

const scalar = fc.oneof(
	fc.constant(null),
	fc.boolean(),
	fc.maxSafeInteger(),
	fc.string({ unit: 'binary' })
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		scalar,
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 5 })
	)
}));

/** The same value, its keys put in the other way round, at every depth. */
function turned(it: unknown): unknown {
	if (Array.isArray(it)) return it.map(turned);
	if (it === null || typeof it !== 'object') return it;
	const members = Object.entries(it).toReversed();
	return Object.fromEntries(members.map(([key, member]) => [key, turned(member)]));
}

describe('canonical JSON', () => {
	test('sorts keys, at every depth, and writes no white space', () => {
		expect(canonicalJson({ b: [{ d: 1, c: true }], a: null, é: 'é' })).toBe(
			'{"a":null,"b":[{"c":true,"d":1}],"é":"é"}'
		);
	});

	test('sorts keys by UTF-16 code units, as the example in RFC 8785 does', () => {
		const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
		const written = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
		expect(Object.keys(JSON.parse(written) as object)).toEqual([
			'1',
			'\r',
			'\u0080',
			'\u00f6',
			'\u20ac',
			'\ud83d\ude00',
			'\ufb33'
		]);
	});

	test('puts the key 10 before the key 9, which a plain object would not', () => {
		expect(canonicalJson({ 9: 0, 10: 0 })).toBe('{"10":0,"9":0}');
	});

	test('escapes in strings what RFC 8785 escapes, and nothing else', () => {
		expect(canonicalJson('\u20ac$\u000f\nA\'B"\\"/\u007f\u2028')).toBe(
			'"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/\u007f\u2028"'
		);
	});

	test('has a fingerprint that sha256sum gives too', () => {
		// printf '{"keuze":"B","stemmen":58}' | sha256sum
		const digest = createHash('sha256').update(canonicalJson({ stemmen: 58, keuze: 'B' }));
		expect(digest.digest('hex')).toBe(
			'0628eb36e5c0567d2b62d68d54e598f2b0407e81f32df65aa70771902e1b9f92'
		);
	});

	test('writes minus zero as zero', () => {
		expect(canonicalJson(-0)).toBe('0');
	});

	const shared = { a: 1 };
	const cases: [string, unknown][] = [
		['a broken number', { a: [0, 1.5] }],
		['NaN', NaN],
		['infinity', -Infinity],
		['a whole number too large to be exact', 2 ** 53],
		['undefined', undefined],
		['an undefined member', { ...shared, b: undefined }],
		['a hole in an array', Array(1)],
		['a bigint', 1n],
		['a function', () => 1],
		['a date', new Date(0)],
		['a map', new Map()],
		['half a surrogate pair', ['\ud83d']],
		['half a surrogate pair in a key', { '\ude00': 1 }]
	];
	test.each(cases)('refuses %s', (_, it) => {
		expect(() => canonicalJson(it)).toThrow(TypeError);
	});

	test('says where the trouble is', () => {
		expect(() => canonicalJson({ rules: [{ share: 0.6 }] })).toThrow(
			'canonical JSON cannot hold the number 0.6 (at $.rules[0].share)'
		);
	});

	test('comes back the same when read, and the same again when written', () => {
		fc.assert(
			fc.property(value, (it) => {
				const written = canonicalJson(it);
				const back: unknown = JSON.parse(written);
				expect(canonicalJson(back)).toBe(written);
				expect(JSON.stringify(sorted(back))).toBe(JSON.stringify(sorted(it)));
			})
		);
	});

	test('does not depend on the order in which keys were put in', () => {
		fc.assert(
			fc.property(value, (it) => {
				expect(canonicalJson(turned(it))).toBe(canonicalJson(it));
			})
		);
	});

	test('is different for values that differ', () => {
		fc.assert(
			fc.property(value, value, (a, b) => {
				const same = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
				expect(canonicalJson(a) === canonicalJson(b)).toBe(same);
			})
		);
	});
});

/** Objects as lists of members, so that two values can be compared by plain JSON. */
function sorted(it: unknown): unknown {
	if (Array.isArray(it)) return ['list', ...it.map(sorted)];
	if (it === null || typeof it !== 'object') return it;
	const members = Object.entries(it).toSorted(([a], [b]) => (a < b ? -1 : 1));
	return { members: members.map(([key, member]) => [key, sorted(member)]) };
}
