import { expect, test } from 'vitest';
import { arrangeTables } from './arrange-tables.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordHands } from './record-hands.ts';
import { recordNote } from './record-note.ts';
import { showEvening } from './show-evening.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';

const EVENING = minutesLater(60 * 24 * 8);

/** An evening at which everything was written down, and those who come to read it. */
async function anEveningHeld() {
	const consulted = await aConsultation();
	const { school, families } = consulted;
	const council = await school.a('council', EVENING);
	await arrangeTables(council, 'schooltijden', 'avond', { hosts: 'Olena Koval\nWim' });
	await recordAttendance(council, 'schooltijden', 'avond', { attendance: 23 });
	await recordNote(council, 'schooltijden', 'avond', { table: 1, body: 'Genoeg tijd.' });
	await recordHands(council, 'schooltijden', 'avond', {
		question: 'Kunt u leven met plan B?',
		answers: [
			{ label: 'ja', count: 14 },
			{ label: 'nee', count: 5 }
		]
	});
	return {
		school,
		parent: at(families[0]?.ctx ?? school.guest(), EVENING),
		staff: await school.a('staff', EVENING),
		guests: [school.guest(EVENING), school.as('parent-of-another-school', [], EVENING)],
		show: (ctx: Context) => showEvening(ctx, 'schooltijden', 'avond'),
		report: () => school.store.write((tx) => tx.update(consultations).set({ reportedAt: CLOSES }))
	};
}

test('who hosts a table is known to the people of the school, and never to a guest', async () => {
	const { parent, staff, guests, show, report } = await anEveningHeld();
	for (const ctx of [parent, staff])
		expect((await show(ctx)).tables.map(({ host }) => host)).toEqual(['Olena Koval', 'Wim']);
	for (const guest of guests) expect(JSON.stringify(await show(guest))).not.toMatch(/Olena|Wim/);
	await report();
	for (const guest of guests) expect(JSON.stringify(await show(guest))).not.toMatch(/Olena|Wim/);
});

test('notes and raised hands are read by a guest once the report is there, by the people of the school at once', async () => {
	const { parent, guests, show, report } = await anEveningHeld();
	expect(await show(parent)).toMatchObject({
		notes: 1,
		hands: [{ question: 'Kunt u leven met plan B?' }],
		withheld: false
	});
	for (const guest of guests) {
		const shown = await show(guest);
		expect(shown).toMatchObject({ notes: 0, hands: [], withheld: true });
		expect(JSON.stringify(shown)).not.toMatch(/Genoeg tijd|plan B/);
	}
	await report();
	for (const guest of guests)
		expect(await show(guest)).toMatchObject({
			tables: [{ notes: [{ number: 1, body: 'Genoeg tijd.' }] }, { notes: [] }],
			notes: 1,
			hands: [{ answers: [{ count: 14 }, { count: 5 }] }],
			withheld: false
		});
});

test('a guest reads when and where an evening is, and how many came', async () => {
	const { guests, show, school } = await anEveningHeld();
	const announced = { title: 'Ouderavond schooltijden', place: 'Aula', startsAt: EVENING };
	for (const guest of guests)
		expect((await show(guest)).evening).toMatchObject({ ...announced, attendance: 23 });
	const before = await show(school.guest(minutesLater(-1, EVENING)));
	expect(before).toMatchObject({ stage: 'coming', evening: announced });
});
