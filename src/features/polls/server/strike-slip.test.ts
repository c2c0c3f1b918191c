import { expect, test } from 'vitest';
import { auditPoll } from './audit-poll.ts';
import { enterSlip } from './enter-slip.ts';
import { getPoll } from './queries.ts';
import { slips } from './schema.ts';
import { showSlips } from './show-slips.ts';
import { strikeSlip } from './strike-slip.ts';
import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';

const NAMES = ['schooltijden', 'schooltijden'] as const;

function slip(code: string): FormData {
	const form = new FormData();
	const fields = { channel: 'paper', code, choice: 'a', receivedOn: '2027-05-12' };
	for (const [name, value] of Object.entries(fields)) form.set(name, value);
	return form;
}

test('a slip whose code was mistyped is taken off the list and entered anew', async () => {
	const it = await aConsultation();
	const counter = await it.school.a('moderator');
	expect(await enterSlip(counter, ...NAMES, slip('2222-2222'))).toBe('unknown');
	const [refused] = (await showSlips(counter, 'schooltijden', null)).refused;
	await strikeSlip(counter, ...NAMES, refused?.id ?? '');
	expect((await showSlips(counter, 'schooltijden', null)).refused).toEqual([]);
	expect(await enterSlip(counter, ...NAMES, slip(it.families[0]?.code ?? ''))).toBe('counted');
	const { read } = it.school.store;
	const poll = await getPoll(read, it.school.scope, ...NAMES);
	const { tally, reconciliation } = await auditPoll(read, poll);
	expect([tally.ballots, reconciliation.holds]).toEqual([1, true]);
});

test('a slip is struck by those who enter them, as long as they can be entered', async () => {
	const it = await aConsultation();
	const counter = await it.school.a('moderator');
	await enterSlip(counter, ...NAMES, slip(it.families[0]?.code ?? ''));
	await enterSlip(counter, ...NAMES, slip('2222-2222'));
	const [refused] = await it.school.store.read.select().from(slips);
	const id = refused?.id ?? '';
	await expect(strikeSlip(counter, ...NAMES, 'nergens')).rejects.toThrow(NotFound);
	await expect(strikeSlip(it.families[1]?.ctx ?? it.school.guest(), ...NAMES, id)).rejects.toThrow(
		Forbidden
	);
	const tooLate = at(counter, minutesLater(6 * 24 * 60, CLOSES));
	await expect(strikeSlip(tooLate, ...NAMES, id)).rejects.toThrow(Conflict);
	expect(await it.school.store.read.select().from(slips)).toHaveLength(1);
});
