import { expect, test } from 'vitest';
import { assertOpen, stageOf, type Moments } from './rules.ts';
import { Conflict } from '#kernel/errors.ts';

const opened: Moments = {
	openedAt: new Date('2027-05-09T10:00:00Z'),
	suspendedAt: null,
	withdrawnAt: null,
	countedAt: null,
	reportedAt: null,
	completedAt: null,
	archivedAt: null,
	opensAt: new Date('2027-05-10T06:00:00Z'),
	closesAt: new Date('2027-05-28T21:59:00Z')
};
const at = (iso: string) => new Date(iso);

test('a consultation is open from its first to its last minute, whatever else runs late', () => {
	expect(stageOf(opened, at('2027-05-10T05:59:59Z'))).toBe('planned');
	expect(stageOf(opened, at('2027-05-10T06:00:00Z'))).toBe('open');
	expect(stageOf(opened, at('2027-05-28T21:58:59Z'))).toBe('open');
	expect(stageOf(opened, at('2027-05-28T21:59:00Z'))).toBe('closed');
});

test('what nobody opened stays a draft, also when its period has begun', () => {
	expect(stageOf({ ...opened, openedAt: null }, at('2027-05-12T12:00:00Z'))).toBe('draft');
});

test('the later of what people did decides: counted, reported, done', () => {
	const now = at('2027-09-01T12:00:00Z');
	expect(stageOf({ ...opened, countedAt: now }, now)).toBe('counted');
	expect(stageOf({ ...opened, countedAt: now, reportedAt: now }, now)).toBe('reported');
	expect(stageOf({ ...opened, countedAt: now, reportedAt: now, completedAt: now }, now)).toBe(
		'done'
	);
	expect(stageOf({ ...opened, completedAt: now, withdrawnAt: now }, now)).toBe('withdrawn');
});

test('who comes too early, too late or during a stop is told which', () => {
	const refusal = (moments: Moments, now: Date) => {
		try {
			assertOpen(moments, now);
		} catch (error) {
			return error instanceof Conflict ? error.reason : error;
		}
		return 'open';
	};
	const during = at('2027-05-12T12:00:00Z');
	expect(refusal(opened, at('2027-05-09T12:00:00Z'))).toBe('consultation.not-yet-open');
	expect(refusal(opened, at('2027-05-29T12:00:00Z'))).toBe('consultation.closed');
	expect(refusal({ ...opened, suspendedAt: during }, during)).toBe('consultation.suspended');
	expect(refusal(opened, during)).toBe('open');
});
