import { expect, test } from 'vitest';
import { aReport, schoolHours } from '#tests/support/report.ts';
import { warningsOf } from './warnings.ts';

const kinds = (polls = aReport.polls, themes = aReport.themes) =>
	warningsOf({ rules: aReport.rules, polls, themes }).map(({ kind }) => kind);

test('a reader is told that online and paper chose differently, as far as may be shown', () => {
	const [differ] = warningsOf({ ...aReport, themes: [] }).filter(
		({ kind }) => kind === 'channels-differ'
	);
	expect(differ).toEqual({
		kind: 'channels-differ',
		question: 'Welke schooltijden wilt u?',
		one: ['online'],
		other: ['paper', 'evening'],
		oneLeads: ['Vijf gelijke dagen'],
		otherLeads: ['Zo blijven', 'Vijf gelijke dagen']
	});
});

test('the response of 102 of 148 is not called low, half of 148 less one is', () => {
	const half = (part: number) => [{ ...schoolHours, response: { part, whole: 148 } }];
	expect(kinds(half(74))).not.toContain('low-response');
	expect(kinds(half(73))).toContain('low-response');
});

test('fewer than thirty answers are called few', () => {
	const few = (part: number) => [{ ...schoolHours, response: { part, whole: 30 } }];
	expect([kinds(few(29)).includes('small'), kinds(few(30)).includes('small')]).toEqual([
		true,
		false
	]);
});

test('a theme that came almost only from the evening is called one-sided', () => {
	const [theme] = aReport.themes;
	if (!theme) throw new Error('no theme');
	const from = (counts: typeof theme.counts) => kinds([], [{ ...theme, counts }]);
	expect(from({ online: 1, evening: 5 })).toContain('one-sided');
	expect(from({ online: 2, evening: 5 })).not.toContain('one-sided');
	expect(from({ evening: 4 })).not.toContain('one-sided');
});

test('where a household answers once, the report says that a family may be divided', () => {
	expect(kinds()).toContain('household');
});
