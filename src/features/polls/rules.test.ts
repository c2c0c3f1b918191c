import { expect, test } from 'vitest';
import { lastEntryDay, schoolDaysAfter } from './rules.ts';

test('slips from before the closing can be entered for three school days after it', () => {
	// closed on Friday 28 May 2027, a minute before midnight on the school's clock
	expect(lastEntryDay(new Date('2027-05-28T21:59:00Z'))).toBe('2027-06-02');
	expect(schoolDaysAfter('2027-05-25', 3)).toBe('2027-05-28');
	expect(schoolDaysAfter('2027-05-29', 1)).toBe('2027-05-31');
});
