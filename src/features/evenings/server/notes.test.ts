import { expect, test } from 'vitest';
import { arrangeTables } from './arrange-tables.ts';
import { changeNote } from './change-note.ts';
import { notesOf } from './queries.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordNote } from './record-note.ts';
import { tableNotes } from './schema.ts';
import { withdrawNote } from './withdraw-note.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { Conflict, Forbidden, Invalid } from '#kernel/errors.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';

const EVENING = minutesLater(60 * 24 * 8);

/** An evening that has begun, with two tables, and a moderator who writes down. */
async function anEvening() {
	const consulted = await aConsultation();
	const { school, eveningId } = consulted;
	const moderator = await school.a('moderator', EVENING);
	await arrangeTables(moderator, 'schooltijden', 'avond', { hosts: ['Wim', 'Nadia'] });
	return {
		...consulted,
		moderator,
		note: (input: object, ctx = moderator) =>
			recordNote(ctx, 'schooltijden', 'avond', { table: '1', ...input }),
		notes: () => notesOf(school.store.read, eveningId)
	};
}

test('a note is one idea of one table, with who nodded and a translation by a person', async () => {
	const { note, notes } = await anEvening();
	await note({
		table: '2',
		body: '  نريد أن نعرف متى يبدأ ذلك  ',
		nodded: '4',
		stance: 'question',
		language: 'ar',
		translation: 'Wij willen weten wanneer het ingaat.'
	});
	expect(await notes()).toMatchObject([
		{
			number: 1,
			tableNumber: 2,
			body: 'نريد أن نعرف متى يبدأ ذلك',
			nodded: 4,
			stance: 'question',
			language: 'ar',
			translation: {
				language: 'nl',
				text: 'Wij willen weten wanneer het ingaat.',
				checked: 'human'
			},
			createdAt: EVENING
		}
	]);
});

test('fifty notes at the same moment get fifty numbers, without a gap', async () => {
	const { note, notes } = await anEvening();
	const written = await Promise.all(
		Array.from({ length: 50 }, (_, n) =>
			note({ table: String((n % 2) + 1), body: `Idee ${String(n)}` })
		)
	);
	const oneToFifty = Array.from({ length: 50 }, (_, n) => n + 1);
	expect(written.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual(oneToFifty);
	expect((await notes()).map(({ number }) => number)).toEqual(oneToFifty);
});

test.each([
	[{ table: '3', body: 'Idee' }, { table: 'evening.no-such-table' }],
	[{ table: 'x', body: 'Idee' }, { table: 'field.number' }],
	[{ body: '   ' }, { body: 'field.required' }],
	[{ body: 'a'.repeat(501) }, { body: 'field.too-long' }],
	[{ body: 'Idee', nodded: 'veel' }, { nodded: 'field.number' }],
	[{ body: 'Idee', nodded: '-1' }, { nodded: 'field.number' }],
	[{ body: 'Idee', nodded: '24' }, { nodded: 'evening.more-than-there' }],
	[{ body: 'Idee', stance: 'boos' }, { stance: 'field.choose' }],
	[{ body: 'Idee', language: 'xx' }, { language: 'field.choose' }]
])('a note with %j is refused beside its field', async (input, issues) => {
	const { moderator, note, notes } = await anEvening();
	await recordAttendance(moderator, 'schooltijden', 'avond', { attendance: 23 });
	await expect(note(input)).rejects.toMatchObject({ reason: 'input.invalid', issues });
	expect(await notes()).toEqual([]);
});

test('no fewer can have been there than nodded', async () => {
	const { moderator, note } = await anEvening();
	await note({ body: 'Idee', nodded: '7' });
	await expect(
		recordAttendance(moderator, 'schooltijden', 'avond', { attendance: 6 })
	).rejects.toThrow(Invalid);
});

test('a withdrawn note loses its words and keeps its number', async () => {
	const { moderator, note, notes, school } = await anEvening();
	await note({ body: 'Juf K. let nooit op.' });
	await withdrawNote(moderator, 'schooltijden', 'avond', 1);
	await withdrawNote(moderator, 'schooltijden', 'avond', 1);
	const next = await note({ body: 'Vaste mensen bij de lunch.' });

	expect(next.number).toBe(2);
	expect((await notes()).map(({ number }) => number)).toEqual([2]);
	expect(await school.store.read.select({ body: tableNotes.body }).from(tableNotes)).toContainEqual(
		{ body: '' }
	);
	await expect(
		changeNote(moderator, 'schooltijden', 'avond', 1, { body: 'Toch.' })
	).rejects.toThrow(new Conflict('note.withdrawn'));
});

test('a note can be put right; its number and table stay', async () => {
	const { moderator, note, notes } = await anEvening();
	await note({ body: 'Tien minuten', table: '2' });
	await changeNote(moderator, 'schooltijden', 'avond', 1, { body: 'Twintig minuten', nodded: '6' });
	expect(await notes()).toMatchObject([
		{ number: 1, tableNumber: 2, body: 'Twintig minuten', nodded: 6 }
	]);
});

test('parents do not write notes, and nobody does before the evening or after the report', async () => {
	const { moderator, note, families, school } = await anEvening();
	const parent = at(families[0]?.ctx ?? school.guest(), EVENING);
	await expect(note({ body: 'Idee' }, parent)).rejects.toThrow(Forbidden);
	await expect(note({ body: 'Idee' }, at(moderator, minutesLater(-1, EVENING)))).rejects.toThrow(
		new Conflict('evening.not-begun')
	);
	await note({ body: 'Later uitgewerkt' }, at(moderator, CLOSES));

	await school.store.write((tx) => tx.update(consultations).set({ reportedAt: CLOSES }));
	const stands = new Conflict('theme.report-published');
	await expect(note({ body: 'Te laat' }, at(moderator, CLOSES))).rejects.toThrow(stands);
	await expect(withdrawNote(moderator, 'schooltijden', 'avond', 1)).rejects.toThrow(stands);
	await expect(
		changeNote(moderator, 'schooltijden', 'avond', 1, { body: 'Anders' })
	).rejects.toThrow(stands);
});
