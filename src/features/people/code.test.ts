import { expect, test } from 'vitest';
import { newCode, normaliseCode, printedCode } from './code.ts';

test('a code is known again in any case, with spaces, dashes or none', () => {
	expect(['7kx2m9rd', '7KX2-M9RD', ' 7kx2 m9rd ', '7KX2–M9RD'].map(normaliseCode)).toEqual(
		Array.from({ length: 4 }, () => '7KX2M9RD')
	);
});

test('what cannot be a code is told apart before anything is looked up', () => {
	expect(['', '7KX2-M9R', '7KX2-M9RDD', '7KX2-M9R0', 'IKX2-M9RD'].map(normaliseCode)).toEqual(
		Array.from({ length: 5 }, () => null)
	);
});

test('every code that is made can be printed and typed back', () => {
	const codes = Array.from({ length: 500 }, newCode);
	expect(codes.map((code) => normaliseCode(printedCode(code).toLowerCase()))).toEqual(codes);
	expect(new Set(codes.join('')).size).toBe(31);
});
