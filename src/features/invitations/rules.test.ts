import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lifeOf } from './rules.ts';

const DAY = 24 * 3_600_000;
const moment = fc.date({
	min: new Date('2026-01-01'),
	max: new Date('2028-01-01'),
	noInvalidDate: true
});

test('a mail leaves when its consultation is open, and its link opens until the closing, 14 days at most', () => {
	fc.assert(
		fc.property(moment, fc.nat(60), moment, (opensAt, days, now) => {
			const closesAt = new Date(opensAt.getTime() + (days + 1) * DAY);
			const { leavesAt, expiresAt } = lifeOf({ opensAt, closesAt }, now);
			expect(leavesAt >= opensAt && leavesAt >= now).toBe(true);
			expect([opensAt, now]).toContain(leavesAt);
			expect(expiresAt <= closesAt).toBe(true);
			expect(expiresAt.getTime() - leavesAt.getTime()).toBeLessThanOrEqual(14 * DAY);
		})
	);
});
