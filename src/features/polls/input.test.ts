import { expect, test } from 'vitest';
import { pollInput, slipInput } from './input.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';

const form = {
	question: 'Welke schooltijden wilt u?',
	method: 'single-choice',
	options: 'Zo blijven | woensdag tot 12.30 uur\nVijf gelijke dagen\n\n- Geen voorkeur'
};
const issuesOf = (work: () => unknown) => {
	try {
		work();
	} catch (error) {
		if (error instanceof Invalid) return error.issues;
	}
	return {};
};

test('options are written one per line, with a hint behind a bar and no preference behind a dash', () => {
	expect(parse(pollInput, form)).toEqual({
		question: 'Welke schooltijden wilt u?',
		slug: '',
		explanation: '',
		method: 'single-choice',
		options: [
			{ id: 'a', label: 'Zo blijven', hint: 'woensdag tot 12.30 uur' },
			{ id: 'b', label: 'Vijf gelijke dagen' },
			{ id: 'c', label: 'Geen voorkeur', noPreference: true }
		],
		settings: {}
	});
});

test('a poll has at least two different options', () => {
	expect(issuesOf(() => parse(pollInput, { ...form, options: 'Ja' }))).toEqual({
		options: 'poll.two-options'
	});
	expect(issuesOf(() => parse(pollInput, { ...form, options: 'Ja\nJa' }))).toEqual({
		options: 'poll.same-option'
	});
});

test('a slip cannot have come in on a day that is not on the calendar', () => {
	expect(
		issuesOf(() =>
			parse(slipInput, { channel: 'paper', code: '2222-2222', receivedOn: '2027-02-30' })
		)
	).toEqual({ receivedOn: 'field.day' });
});

test('a slip needs a code and the day it came in', () => {
	expect(
		issuesOf(() => parse(slipInput, { channel: 'paper', code: ' ', receivedOn: 'gisteren' }))
	).toEqual({
		code: 'field.required',
		receivedOn: 'field.day'
	});
});
