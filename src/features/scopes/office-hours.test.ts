import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hoursInWords, readsNext, WEEKDAYS, type OfficeHours, type Span } from './office-hours.ts';
import { en } from '#i18n/en/index.ts';
import { nl } from '#i18n/nl/index.ts';
import { instantAt, wallClock } from '#kernel/time.ts';

const MORNING = { from: '08:30', to: '12:00' };
const DAY: Span = { from: '08:30', to: '15:00' };
const SCHOOL: OfficeHours = { monday: DAY, tuesday: DAY, wednesday: MORNING, thursday: DAY };
const readsAt = (day: string, time: string, hours = SCHOOL) => {
	const at = readsNext(hours, instantAt(day, time));
	if (!at) return null;
	const { date, time: clock } = wallClock(at);
	return `${date} ${clock}`;
};

test('a question of the evening is read the next morning, one of the weekend on Monday', () => {
	expect(readsAt('2027-05-24', '23:00')).toBe('2027-05-25 08:30');
	expect(readsAt('2027-05-20', '15:00')).toBe('2027-05-24 08:30');
	expect(readsAt('2027-05-22', '11:00')).toBe('2027-05-24 08:30');
});

test('within the hours a question is read now, before them when they begin', () => {
	expect(readsAt('2027-05-26', '11:59')).toBe('2027-05-26 11:59');
	expect(readsAt('2027-05-26', '08:30')).toBe('2027-05-26 08:30');
	expect(readsAt('2027-05-26', '07:10')).toBe('2027-05-26 08:30');
	expect(readsAt('2027-05-26', '12:00')).toBe('2027-05-27 08:30');
});

test('after the only hours of the week it is read a week later; without hours nobody knows', () => {
	expect(readsAt('2027-05-26', '12:00', { wednesday: MORNING })).toBe('2027-06-02 08:30');
	expect(readsAt('2027-05-26', '12:00', {})).toBeNull();
});

test('half past eight stays half past eight when the clock is changed over the weekend', () => {
	expect(readsNext(SCHOOL, new Date('2027-03-26T23:00:00Z'))).toEqual(
		new Date('2027-03-29T06:30:00Z')
	);
	expect(readsNext(SCHOOL, new Date('2027-10-30T21:00:00Z'))).toEqual(
		new Date('2027-11-01T07:30:00Z')
	);
});

const QUARTER = 15 * 60_000;
const time = (quarter: number) =>
	`${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
const span = fc
	.tuple(fc.integer({ min: 0, max: 94 }), fc.integer({ min: 1, max: 20 }))
	.map(([from, long]) => ({ from: time(from), to: time(Math.min(from + long, 95)) }));
const anyHours = fc
	.array(fc.option(span), { minLength: 5, maxLength: 5 })
	.map(
		(spans) =>
			Object.fromEntries(
				WEEKDAYS.flatMap((day, place) => (spans[place] ? [[day, spans[place]]] : []))
			) as OfficeHours
	);
/** Quarters of an hour around both changes of the clock, and in between. */
const anyMoment = fc
	.oneof(
		fc.integer({ min: Date.parse('2027-03-20'), max: Date.parse('2027-04-05') }),
		fc.integer({ min: Date.parse('2027-10-22'), max: Date.parse('2027-11-08') }),
		fc.integer({ min: Date.parse('2027-01-01'), max: Date.parse('2028-01-01') })
	)
	.map((at) => new Date(Math.floor(at / QUARTER) * QUARTER));

/** Whether the clock on the wall stands within the hours, asked without any reckoning. */
function isOpen(hours: OfficeHours, at: Date): boolean {
	const wall = wallClock(at);
	const weekday = WEEKDAYS[new Date(`${wall.date}T12:00:00Z`).getUTCDay() - 1];
	const open = weekday && hours[weekday];
	return open !== undefined && open.from <= wall.time && wall.time < open.to;
}

test('it is read at the first quarter of an hour that lies within the hours, whatever the clock does', () => {
	fc.assert(
		fc.property(anyHours, anyMoment, (hours, now) => {
			let first: Date | null = null;
			for (let n = 0; n <= 8 * 24 * 4 && !first; n++) {
				const at = new Date(now.getTime() + n * QUARTER);
				if (isOpen(hours, at)) first = at;
			}
			expect(readsNext(hours, now)).toEqual(first);
		}),
		{ numRuns: 150 }
	);
});

test('what is sent later is never read earlier, and asking again at that moment says the same', () => {
	fc.assert(
		fc.property(anyHours, anyMoment, fc.integer({ min: 0, max: 40_000 }), (hours, now, later) => {
			const at = readsNext(hours, now);
			const then = readsNext(hours, new Date(now.getTime() + later * 60_000));
			if (!at || !then) return expect([at, then]).toEqual([null, null]);
			expect(then.getTime()).toBeGreaterThanOrEqual(at.getTime());
			expect(readsNext(hours, at)).toEqual(at);
		})
	);
});

test('days in a row with the same hours are said together, and what was added comes after', () => {
	expect(hoursInWords(nl, { opening: SCHOOL, hours: 'Niet in vakanties.' })).toBe(
		'Maandag tot en met dinsdag van 8.30 tot 15.00 uur, woensdag van 8.30 tot 12.00 uur, donderdag van 8.30 tot 15.00 uur. Niet in vakanties.'
	);
	expect(hoursInWords(en, { opening: { monday: DAY, friday: DAY } })).toBe(
		'Monday from 8:30 to 15:00, Friday from 8:30 to 15:00.'
	);
	expect(hoursInWords(nl, { hours: 'Elke schooldag.' })).toBe('Elke schooldag.');
	expect(hoursInWords(nl, {})).toBe('');
});
