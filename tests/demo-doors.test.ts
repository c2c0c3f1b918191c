import { beforeAll, describe, expect, test } from 'vitest';
import { calendarOf, shiftFor } from '../src/demo/calendar.ts';
import { aDemo, type Demo, demoSeal } from './support/demo.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { findCode } from '#features/electorate/server/queries.ts';
import { hasTakenPart, listPolls } from '#features/polls/server/queries.ts';
import { getScope } from '#features/scopes/server/queries.ts';
import { journal } from '#kernel/server/schema.ts';
import { dayOf } from '#kernel/time.ts';

/** Under the real clock, a day after that of the demonstration in another year. */
const TODAY = new Date('2026-09-08T12:00:00Z');

let demo: Demo;

beforeAll(async () => {
	demo = await aDemo(TODAY);
	return demo.end;
}, 60_000);

async function told(place: string, slug: string) {
	const scope = await getScope(demo.store.read, place);
	return getConsultation(demo.store.read, scope, slug);
}

describe('the doors', () => {
	test('let parents in who can still answer the open question', async () => {
		const { read } = demo.store;
		const consultation = await told('zilverpad', 'bereiken');
		const [poll] = await listPolls(read, consultation.id);
		const parents = demo.doors.filter(({ role, code }) => role === 'parent' && code !== '');
		const known = await Promise.all(parents.map(({ code }) => findCode(read, demoSeal(code))));
		expect(known.length).toBeGreaterThanOrEqual(4);
		expect(new Set(known.map((code) => code?.personId)).size).toBe(known.length);
		for (const code of known) {
			expect(code).toMatchObject({ consultationId: consultation.id, status: 'issued' });
			expect(await hasTakenPart(read, poll?.id ?? '', code?.rightId ?? '')).toBe(false);
		}
	});

	test('let each of the people in who work with it, and one parent by a link', () => {
		const staff = demo.doors.filter(({ role }) => role !== 'parent');
		expect(staff).toHaveLength(7);
		expect(staff.map(({ who, code }) => [who, code])).toContainEqual([
			'Marloes de Wit',
			'MARGREET'
		]);
		expect(demo.doors.filter(({ path }) => path.startsWith('/join/'))).toHaveLength(1);
	});
});

describe('the calendar of the story', () => {
	test('is moved back by years of fifty-two weeks until all of it is over', () => {
		expect(shiftFor(new Date('2027-09-06T08:00:00Z'))).toBe(0);
		expect(shiftFor(new Date('2028-01-01T00:00:00Z'))).toBe(0);
		expect(shiftFor(new Date('2027-09-06T07:59:59Z'))).toBe(364);
		expect(shiftFor(new Date('2026-09-07T08:00:00Z'))).toBe(364);
		expect(shiftFor(new Date('2026-09-07T07:59:59Z'))).toBe(728);
	});

	test('keeps days of the week and the time on the wall, across summer time', () => {
		const { at, day } = calendarOf(364);
		expect(day('2027-05-20')).toBe('2026-05-21');
		expect(at('2027-03-28 09:00').toISOString()).toBe('2026-03-29T07:00:00.000Z');
		expect(at('2027-03-27 09:00').toISOString()).toBe('2026-03-28T08:00:00.000Z');
	});

	test('can be that of today: the same story, and nothing of it happened after now', async () => {
		const hours = await told('merelmolen', 'schooltijden');
		expect(stageOf(hours, TODAY)).toBe('done');
		expect(dayOf(hours.opensAt)).toBe('2026-05-11');
		expect(hours.agreedOn).toBe('2026-05-04');
		expect(stageOf(await told('zilverpad', 'bereiken'), TODAY)).toBe('open');

		const happened = await demo.store.read.select({ at: journal.at }).from(journal);
		expect(happened.length).toBeGreaterThan(100);
		expect(happened.filter(({ at }) => at > TODAY)).toEqual([]);
		const moments = happened.map(({ at }) => at.getTime());
		expect(moments).toEqual(moments.toSorted((a, b) => a - b));
	});
});
