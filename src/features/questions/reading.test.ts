import { expect, test } from 'vitest';
import { readingInWords, readingOf } from './reading.ts';
import { en } from '#i18n/en/index.ts';
import { nl } from '#i18n/nl/index.ts';
import { instantAt } from '#kernel/time.ts';

const OPENS = instantAt('2027-05-24', '08:30');
const said = (readsAt: Date | null, day: string, time: string) =>
	readingInWords(nl, readingOf(readsAt, instantAt(day, time)));

test('the evening before, the page says on what day and from what time it is read', () => {
	expect(said(OPENS, '2027-05-23', '23:00')).toBe('Wij lezen dit maandag 24 mei vanaf 8.30 uur.');
	expect(readingInWords(en, readingOf(OPENS, instantAt('2027-05-23', '23:00')))).toBe(
		'We read this on Monday 24 May, from 8:30.'
	);
});

test('on the day itself it says today; when that day is over, that it waits', () => {
	expect(said(OPENS, '2027-05-24', '07:00')).toBe('Wij lezen dit vandaag vanaf 8.30 uur.');
	expect(said(OPENS, '2027-05-24', '08:30')).toBe('Wij lezen dit vandaag.');
	expect(said(OPENS, '2027-05-25', '00:00')).toBe(nl.questions.reading.waiting);
});

test('where nobody gave hours it promises nothing', () => {
	expect(said(null, '2027-05-24', '07:00')).toBe(nl.questions.reading.unknown);
});
