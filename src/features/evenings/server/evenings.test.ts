import { expect, test } from 'vitest';
import { arrangeTables } from './arrange-tables.ts';
import { changeEvening } from './change-evening.ts';
import { changeNote } from './change-note.ts';
import { planEvening } from './plan-evening.ts';
import { getEvening, listEvenings } from './queries.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordHands } from './record-hands.ts';
import { recordNote } from './record-note.ts';
import { removeEvening } from './remove-evening.ts';
import { removeHands } from './remove-hands.ts';
import { showEvening } from './show-evening.ts';
import { showEvenings } from './show-evenings.ts';
import { showPlanning } from './show-planning.ts';
import { showRecording } from './show-recording.ts';
import { withdrawNote } from './withdraw-note.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { Conflict, Forbidden, Invalid, NotFound, SignInRequired } from '#kernel/errors.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { aNote } from '#tests/support/said.ts';
import { at, minutesLater } from '#tests/support/world.ts';

const plan = {
	title: 'Avond over lunch',
	day: '2027-05-20',
	startsAt: '19.30',
	endsAt: '21:00',
	place: 'Aula',
	details: 'Met opvang.',
	hosts: 'Wim\n\nNadia'
};
const EVENING = minutesLater(60 * 24 * 8);

test('an evening is planned in the time of the school, with a host per table, and its day as address', async () => {
	const { school } = await aConsultation();
	const council = await school.a('council');
	const { slug } = await planEvening(council, 'schooltijden', plan);

	const evening = await getEvening(council.read, school.scope, 'schooltijden', slug);
	expect(slug).toBe('2027-05-20');
	expect(evening).toMatchObject({
		title: 'Avond over lunch',
		startsAt: new Date('2027-05-20T17:30:00Z'),
		endsAt: new Date('2027-05-20T19:00:00Z'),
		attendance: null,
		tables: [
			{ number: 1, host: 'Wim' },
			{ number: 2, host: 'Nadia' }
		]
	});
});

test.each([
	[{ endsAt: '19.30' }, { endsAt: 'field.order' }],
	[{ day: '2027-02-30' }, { day: 'field.day' }],
	[{ day: '20 mei' }, { day: 'field.day' }],
	[{ day: '' }, { day: 'field.day' }],
	[{ day: '2027-13-45' }, { day: 'field.day' }],
	[{ startsAt: '25.00' }, { startsAt: 'field.time' }],
	[{ title: ' ' }, { title: 'field.required' }],
	[{ slug: 'avond' }, { slug: 'field.slug-taken' }],
	[{ slug: 'a/b' }, { slug: 'field.invalid' }],
	[{ day: '2027-05-11' }, { day: 'evening.start-passed' }],
	[{ day: '2027-05-12', startsAt: '12.00' }, { startsAt: 'evening.start-passed' }],
	[{ day: '2027-05-29' }, { day: 'evening.after-closing' }],
	[{ day: '2027-05-28', startsAt: '12.00' }, { startsAt: 'evening.after-closing' }]
])('a plan with %j is refused beside its field', async (wrong, issues) => {
	const { school, consultationId } = await aConsultation();
	const council = await school.a('council');
	const planned = planEvening(council, 'schooltijden', { ...plan, ...wrong });
	await expect(planned).rejects.toMatchObject({ issues });
	expect(await listEvenings(council.read, consultationId)).toHaveLength(1);
});

test('an evening begins at any moment between now and the closing', async () => {
	const { school, consultationId } = await aConsultation();
	const council = await school.a('council');
	for (const when of [
		{ day: '2027-05-12', startsAt: '12.01' },
		{ day: '2027-05-28', startsAt: '11.59' }
	])
		await planEvening(council, 'schooltijden', { ...plan, ...when });
	expect(await listEvenings(council.read, consultationId)).toHaveLength(3);
});

test('an evening is planned until the consultation closes, and by those who organise', async () => {
	const { school, families } = await aConsultation();
	const council = await school.a('council');
	await expect(planEvening(at(council, CLOSES), 'schooltijden', plan)).rejects.toThrow(
		new Conflict('evening.too-late-to-plan')
	);
	const parent = families[0]?.ctx ?? school.guest();
	await expect(planEvening(parent, 'schooltijden', plan)).rejects.toThrow(Forbidden);
	await expect(planEvening(school.guest(), 'schooltijden', plan)).rejects.toThrow(SignInRequired);
});

test('what was announced can change until the evening begins', async () => {
	const { school } = await aConsultation();
	const council = await school.a('council');
	await changeEvening(council, 'schooltijden', 'avond', { ...plan, place: 'Gymzaal' });
	const evening = await getEvening(council.read, school.scope, 'schooltijden', 'avond');
	expect([evening.place, evening.slug]).toEqual(['Gymzaal', 'avond']);

	for (const [day, reason] of [
		['2027-05-11', 'evening.start-passed'],
		['2027-05-29', 'evening.after-closing']
	] as const)
		await expect(
			changeEvening(council, 'schooltijden', 'avond', { ...plan, day })
		).rejects.toMatchObject({ issues: { day: reason } });

	const there = at(council, evening.startsAt);
	await expect(changeEvening(there, 'schooltijden', 'avond', plan)).rejects.toThrow(
		new Conflict('evening.begun')
	);
});

test('a table may be added at the door; one with notes cannot be taken away', async () => {
	const { school } = await aConsultation();
	const council = await school.a('council', EVENING);
	await arrangeTables(council, 'schooltijden', 'avond', { hosts: 'Wim\nNadia' });
	await recordNote(council, 'schooltijden', 'avond', { table: 2, body: 'Genoeg tijd.' });

	await expect(
		arrangeTables(council, 'schooltijden', 'avond', { hosts: 'Wim' })
	).rejects.toMatchObject({ issues: { hosts: 'evening.table-has-notes' } });
	await arrangeTables(council, 'schooltijden', 'avond', { hosts: 'Wim\nNadia\nBas' });
	const evening = await getEvening(council.read, school.scope, 'schooltijden', 'avond');
	expect(evening.tables.map(({ host }) => host)).toEqual(['Wim', 'Nadia', 'Bas']);
});

test('attendance is counted from the beginning of the evening and put right until the count is closed', async () => {
	const { school, consultationId } = await aConsultation();
	const moderator = await school.a('moderator', EVENING);
	const attend = (attendance: number | string, now = EVENING) =>
		recordAttendance(at(moderator, now), 'schooltijden', 'avond', { attendance });

	await expect(attend(23, minutesLater(-1, EVENING))).rejects.toThrow(
		new Conflict('evening.not-begun')
	);
	await attend('23');
	await attend('24', CLOSES);
	await school.store.write((tx) => tx.update(consultations).set({ countedAt: CLOSES }));
	await expect(attend(25, CLOSES)).rejects.toThrow(new Conflict('evening.counted'));
	const [evening] = await listEvenings(school.store.read, consultationId);
	expect(evening?.attendance).toBe(24);
});

test.each(['-1', '2,5', 'veel', ''])('%j is not a number of parents', async (attendance) => {
	const { school } = await aConsultation();
	const moderator = await school.a('moderator', EVENING);
	const attended = recordAttendance(moderator, 'schooltijden', 'avond', { attendance });
	await expect(attended).rejects.toThrow(Invalid);
});

test('an evening of another school is not there, whatever the role', async () => {
	const { school } = await aConsultation();
	const elsewhere = await school.anotherSchool();
	const council = await elsewhere.a('council', EVENING);
	const note = { table: 1, body: 'Van buiten.' };
	const hands = { question: 'Ja?', answers: [] };
	const tried = [
		planEvening(council, 'schooltijden', plan),
		changeEvening(council, 'schooltijden', 'avond', plan),
		removeEvening(council, 'schooltijden', 'avond'),
		arrangeTables(council, 'schooltijden', 'avond', { hosts: 'Wim' }),
		recordAttendance(council, 'schooltijden', 'avond', { attendance: 1 }),
		recordNote(council, 'schooltijden', 'avond', note),
		recordHands(council, 'schooltijden', 'avond', hands),
		showEvening(council, 'schooltijden', 'avond'),
		getEvening(council.read, elsewhere.scope, 'schooltijden', 'avond')
	];
	for (const it of await Promise.allSettled(tried)) {
		expect(it.status === 'rejected' && it.reason).toBeInstanceOf(NotFound);
	}
	expect((await showEvenings(council)).coming).toEqual([]);
});

test('the evening of a draft shows to those who make it, and to nobody else', async () => {
	const consulted = await aConsultation();
	const { school } = consulted;
	const council = await school.a('council');
	await aNote(consulted, 1);
	const hands = await recordHands(at(council, EVENING), 'schooltijden', 'avond', {
		question: 'Ja?',
		answers: [
			{ label: 'ja', count: 1 },
			{ label: 'nee', count: 2 }
		]
	});
	await school.store.write((tx) => tx.update(consultations).set({ openedAt: null }));

	for (const ctx of [await school.a('decider', EVENING), await school.a('parent', EVENING)]) {
		const tried = [
			planEvening(ctx, 'schooltijden', plan),
			changeEvening(ctx, 'schooltijden', 'avond', plan),
			removeEvening(ctx, 'schooltijden', 'avond'),
			arrangeTables(ctx, 'schooltijden', 'avond', { hosts: 'Wim' }),
			recordAttendance(ctx, 'schooltijden', 'avond', { attendance: 1 }),
			recordNote(ctx, 'schooltijden', 'avond', { table: 1, body: 'Idee' }),
			changeNote(ctx, 'schooltijden', 'avond', 1, { body: 'Idee' }),
			withdrawNote(ctx, 'schooltijden', 'avond', 1),
			recordHands(ctx, 'schooltijden', 'avond', { question: 'Ja?', answers: [] }),
			removeHands(ctx, 'schooltijden', 'avond', hands.id),
			showPlanning(ctx, 'schooltijden'),
			showRecording(ctx, 'schooltijden', 'avond', null),
			showEvening(ctx, 'schooltijden', 'avond')
		];
		for (const it of await Promise.allSettled(tried))
			expect(it.status === 'rejected' && it.reason).toBeInstanceOf(NotFound);
	}
	expect((await showPlanning(council, 'schooltijden')).evenings).toHaveLength(1);
	await expect(showEvening(school.guest(), 'schooltijden', 'avond')).rejects.toThrow(NotFound);
	expect((await showEvenings(school.guest())).coming).toEqual([]);
	expect((await showEvenings(council)).coming).toHaveLength(1);
});
