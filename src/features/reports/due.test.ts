import { expect, test } from 'vitest';
import { dueOf, isOverdue } from './due.ts';

test('a promise is late from the day after its date, until it is kept', () => {
	const promise = { dueOn: '2027-09-01', doneOn: null };
	expect(dueOf(promise, '2027-09-01')).toBe('coming');
	expect(dueOf(promise, '2027-09-02')).toBe('late');
	expect(dueOf({ ...promise, doneOn: '2027-09-05' }, '2027-09-06')).toBe('done');
	expect(dueOf({ dueOn: null, doneOn: null }, '2027-09-06')).toBe('none');
});

test('silence of the board shows the day after it promised to answer', () => {
	expect([isOverdue('2027-09-01', '2027-09-01'), isOverdue('2027-09-01', '2027-09-02')]).toEqual([
		false,
		true
	]);
});
