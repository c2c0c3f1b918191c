import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reconcile, type Books } from './reconciliation.ts';

/** De Merelmolen: 148 codes, 71 online, 27 on paper and 9 at the evening. */
const schoolHours: Books = {
	issued: 151,
	used: 102,
	unused: 44,
	blocked: 2,
	replaced: 3,
	received: 107,
	counted: 102,
	blank: 0,
	invalid: 1,
	double: 4,
	late: 0,
	unknown: 0,
	ballotsByChannel: { online: 71, paper: 22, evening: 9 },
	participations: 102,
	optionsTotal: 29 + 58 + 11 + 4
};

const failing = (books: Books) =>
	reconcile(books)
		.equations.filter(({ holds }) => !holds)
		.map(({ name }) => name);

describe('reconciliation', () => {
	test('of the school hours holds: 107 received are 102 counted, 4 double and 1 invalid', () => {
		const { holds, equations } = reconcile(schoolHours);
		expect(holds).toBe(true);
		expect(equations.map(({ name, left, right }) => [name, left, right])).toEqual([
			['codes', 151, 151],
			['received', 107, 107],
			['box', 102, 102],
			['participations', 102, 102],
			['options', 102, 102]
		]);
	});

	test('prints what a sum is made of', () => {
		const received = reconcile(schoolHours).equations.find(({ name }) => name === 'received');
		expect(received?.terms).toEqual([
			{ name: 'counted', value: 102 },
			{ name: 'blank', value: 0 },
			{ name: 'invalid', value: 1 },
			{ name: 'double', value: 4 },
			{ name: 'late', value: 0 },
			{ name: 'unknown', value: 0 }
		]);
	});

	test('fails when a ballot is taken out of the box', () => {
		const one = { ...schoolHours, ballotsByChannel: { online: 70, paper: 22, evening: 9 } };
		expect(failing(one)).toEqual(['box', 'participations', 'options']);
		expect(failing({ ...one, optionsTotal: 101 })).toEqual(['box', 'participations']);
		expect(failing({ ...one, optionsTotal: 101, counted: 101 })).toEqual([
			'received',
			'participations'
		]);
	});

	test('fails when a ballot is put in that nobody took part for', () => {
		const stuffed = { online: 72, paper: 22, evening: 9 };
		const books = { ...schoolHours, ballotsByChannel: stuffed, counted: 103, received: 108 };
		expect(failing({ ...books, optionsTotal: 103 })).toEqual(['participations']);
	});

	test('fails when a slip whose code was used online is counted after all', () => {
		expect(failing({ ...schoolHours, counted: 103 })).toEqual(['received', 'box']);
	});

	test('counts a blank ballot once: in the box, and for no option', () => {
		const books = { ...schoolHours, counted: 99, blank: 3, optionsTotal: 99 };
		expect(reconcile(books).holds).toBe(true);
	});

	test('of several choices asks that every cross is on an option', () => {
		const books = { ...schoolHours, ticks: 250, optionsTotal: 250 };
		expect(reconcile(books).holds).toBe(true);
		expect(failing({ ...books, optionsTotal: 249 })).toEqual(['ticks']);
	});

	test.each([-1, 0.5, NaN])('is not made of %d ballots', (it) => {
		expect(() => reconcile({ ...schoolHours, blank: it })).toThrow(RangeError);
	});

	const count = fc.nat({ max: 300 });
	const channels = fc.record({ online: count, paper: count, evening: count, phone: count });
	/** Books that agree, whatever the numbers. */
	const agreeing = fc
		.record({
			...{ channels, part: fc.nat({ max: 100 }) },
			...{ unused: count, blocked: count, replaced: count },
			...{ invalid: count, double: count, late: count, unknown: count }
		})
		.map(({ channels: ballotsByChannel, part, ...rest }): Books => {
			const ballots = Object.values(ballotsByChannel).reduce((sum, it) => sum + it, 0);
			const blank = Math.min(part, ballots);
			const { unused, blocked, replaced, invalid, double, late, unknown } = rest;
			return {
				...rest,
				ballotsByChannel,
				blank,
				counted: ballots - blank,
				participations: ballots,
				optionsTotal: ballots - blank,
				used: ballots,
				issued: ballots + unused + blocked + replaced,
				received: ballots + invalid + double + late + unknown
			};
		});

	test('holds for books that agree', () => {
		fc.assert(
			fc.property(agreeing, (books) => {
				expect(failing(books)).toEqual([]);
			})
		);
	});

	test('fails when any single number is changed, whichever and however', () => {
		const numbers = Object.keys(schoolHours).filter((key) => key !== 'ballotsByChannel');
		const change = fc.integer({ min: 1, max: 50 });
		fc.assert(
			fc.property(agreeing, fc.constantFrom(...numbers), change, (books, key, more) => {
				const before = (books as unknown as Record<string, number>)[key] ?? 0;
				expect(reconcile({ ...books, [key]: before + more }).holds).toBe(false);
				if (before > 0) expect(reconcile({ ...books, [key]: before - 1 }).holds).toBe(false);
			})
		);
	});

	test('fails when one ballot of any channel is gone', () => {
		fc.assert(
			fc.property(
				agreeing,
				fc.constantFrom('online', 'paper', 'evening', 'phone'),
				(books, key) => {
					const before = books.ballotsByChannel[key] ?? 0;
					fc.pre(before > 0);
					const ballotsByChannel = { ...books.ballotsByChannel, [key]: before - 1 };
					expect(failing({ ...books, ballotsByChannel })).toContain('participations');
				}
			)
		);
	});
});
