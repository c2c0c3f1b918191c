import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rolesAt } from './rules.ts';
import { grantsOn, overlap, stateOf, type Held, type Term } from './seats.ts';

const TODAY = '2027-05-12';
const term = (fromOn: string, untilOn: string | null = null): Term => ({
	...{ fromOn, untilOn, endedAt: null }
});
const seat = (path: string, it: Term): Held => ({ role: 'council', path, seat: it });
const made = (role: 'parent' | 'staff', path: string): Held => ({ role, path });
const SCHOOL = '/home/streek/vuurvogel/';
const rolesOn = (day: string, path: string, ...held: Held[]) => [
	...rolesAt(grantsOn(held, day), { path })
];

test('a seat is held from its first day up to and with its last', () => {
	const year = term('2026-08-01', '2027-07-31');
	const days = ['2026-07-31', '2026-08-01', '2027-07-31', '2027-08-01'];
	expect(days.map((day) => stateOf(year, day))).toEqual(['later', 'now', 'now', 'past']);
	expect(stateOf({ ...year, endedAt: new Date(0) }, TODAY)).toBe('past');
	expect(stateOf(term('2026-08-01'), '2099-01-01')).toBe('now');
});

test('a seat makes its holder one of the council at that place, on its days only', () => {
	const parent = made('parent', `${SCHOOL}groep-3/`);
	const year = seat(SCHOOL, term('2026-08-01', '2027-07-31'));
	expect(rolesOn(TODAY, SCHOOL, parent, year)).toEqual(['parent', 'council']);
	expect(rolesOn('2027-08-01', SCHOOL, parent, year)).toEqual(['parent']);
	expect(rolesOn(TODAY, '/home/streek/', parent, year)).toEqual(['parent']);
});

test('who sits in the council of an alliance is nothing in that of a school', () => {
	const opr = seat('/home/streek/', term('2026-08-01'));
	const parent = made('parent', SCHOOL);
	expect(rolesOn(TODAY, '/home/streek/', parent, opr)).toEqual(['parent', 'council']);
	expect(rolesOn(TODAY, SCHOOL, parent, opr)).toEqual(['parent']);
	expect(rolesOn(TODAY, '/home/streek/ijsvogel/', parent, opr)).toEqual([]);
});

test('who is nothing any more at the place of a body sits in it no more', () => {
	const open = seat(SCHOOL, term('2026-08-01'));
	expect(rolesOn(TODAY, SCHOOL, open)).toEqual([]);
	expect(rolesOn(TODAY, SCHOOL, open, made('staff', '/home/streek/ijsvogel/'))).toEqual([]);
	expect(rolesOn(TODAY, SCHOOL, open, made('staff', SCHOOL))).toEqual(['council', 'staff']);
});

test('two terms overlap exactly when there is a day on which both are held', () => {
	const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-02-${String(n).padStart(2, '0')}`);
	const terms = fc.record({
		fromOn: day,
		untilOn: fc.option(day),
		endedAt: fc.constantFrom(null, null, new Date(0))
	});
	const days = Array.from({ length: 60 }, (_, n) =>
		new Date(Date.UTC(2027, 1, 1 + n)).toISOString().slice(0, 10)
	);
	const isWhole = (it: Term) => it.untilOn === null || it.fromOn <= it.untilOn;
	fc.assert(
		fc.property(terms, terms, (a, b) => {
			fc.pre(isWhole(a) && isWhole(b));
			const both = days.some((it) => stateOf(a, it) === 'now' && stateOf(b, it) === 'now');
			expect(overlap(a, b)).toBe(both);
			expect(overlap(b, a)).toBe(both);
		})
	);
});
