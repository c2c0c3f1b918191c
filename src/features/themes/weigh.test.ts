import { expect, test } from 'vitest';
import { weigh } from './weigh.ts';

const said = (known: boolean, origin: 'online' | 'paper' = 'online') =>
	({ kind: 'contribution', origin, stance: null, nodded: null, known }) as const;
const noted = (nodded: number | null) =>
	({ kind: 'note', origin: 'evening', stance: 'idea', nodded, known: false }) as const;

test('people who write, support or both speak once; paper and notes speak for themselves', () => {
	const weight = weigh([said(true), said(true), said(false, 'paper'), noted(5), noted(null)], {
		writers: new Set(['anna']),
		supporters: new Set(['anna', 'bas'])
	});
	expect(weight).toEqual({
		counts: { online: 2, paper: 1, evening: 2, phone: 0 },
		stances: { for: 0, against: 0, question: 0, idea: 2 },
		support: 2,
		nodded: 5,
		voices: 9
	});
});

test('an empty theme weighs nothing', () => {
	const nobody = { writers: new Set<string>(), supporters: new Set<string>() };
	expect(weigh([], nobody)).toMatchObject({ support: 0, nodded: 0, voices: 0 });
});
