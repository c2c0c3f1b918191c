import { expect, test } from 'vitest';
import { arrangeTables } from './arrange-tables.ts';
import { planEvening } from './plan-evening.ts';
import { listEvenings } from './queries.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordHands } from './record-hands.ts';
import { recordNote } from './record-note.ts';
import { removeEvening } from './remove-evening.ts';
import { eveningTables } from './schema.ts';
import { showPlanning } from './show-planning.ts';
import { withdrawNote } from './withdraw-note.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { Conflict, Forbidden, NotFound, SignInRequired } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';

const EVENING = minutesLater(60 * 24 * 8);

async function anEvening() {
	const consulted = await aConsultation();
	const { school, consultationId } = consulted;
	const council = await school.a('council', EVENING);
	await arrangeTables(council, 'schooltijden', 'avond', { hosts: 'Wim\nNadia' });
	return {
		...consulted,
		council,
		left: async () => (await listEvenings(school.store.read, consultationId)).map((it) => it.slug),
		removable: async (ctx: Context) =>
			(await showPlanning(ctx, 'schooltijden')).evenings.map((it) => it.may.remove)
	};
}

test('an evening of which nothing was entered is removed with its tables, also when it has begun', async () => {
	const { council, left, removable, school, eveningId } = await anEvening();
	expect(await removable(council)).toEqual([true]);
	await removeEvening(council, 'schooltijden', 'avond');
	expect(await left()).toEqual([]);
	expect(await school.store.read.select().from(eveningTables)).toEqual([]);
	const lines = await school.store.read.select().from(journal);
	expect(lines.at(-1)).toMatchObject({
		what: 'evening.removed',
		aboutKind: 'evening',
		aboutId: eveningId,
		at: EVENING
	});

	await expect(removeEvening(council, 'schooltijden', 'avond')).rejects.toThrow(NotFound);
});

test('the address of a removed evening is free for another', async () => {
	const { council, left } = await anEvening();
	const early = at(council, minutesLater(0));
	await removeEvening(early, 'schooltijden', 'avond');
	await planEvening(early, 'schooltijden', {
		title: 'Avond over lunch',
		slug: 'avond',
		day: '2027-05-24',
		startsAt: '19.30',
		endsAt: '21.00',
		place: 'Aula'
	});
	expect(await left()).toEqual(['avond']);
});

const hands = {
	question: 'Ja?',
	answers: [
		{ label: 'ja', count: 1 },
		{ label: 'nee', count: 2 }
	]
};
test.each<[string, (council: Context) => Promise<unknown>]>([
	['how many came', (it) => recordAttendance(it, 'schooltijden', 'avond', { attendance: 0 })],
	['a note', (it) => recordNote(it, 'schooltijden', 'avond', { table: 1, body: 'Idee' })],
	['raised hands', (it) => recordHands(it, 'schooltijden', 'avond', hands)],
	[
		'a note that was withdrawn',
		async (it) => {
			await recordNote(it, 'schooltijden', 'avond', { table: 1, body: 'Idee' });
			await withdrawNote(it, 'schooltijden', 'avond', 1);
		}
	]
])('an evening of which %s was entered stays', async (_, enter) => {
	const { council, left, removable } = await anEvening();
	await enter(council);
	expect(await removable(council)).toEqual([false]);
	await expect(removeEvening(council, 'schooltijden', 'avond')).rejects.toThrow(
		new Conflict('evening.recorded')
	);
	expect(await left()).toEqual(['avond']);
});

test('an evening stays once the report stands or the consultation was withdrawn', async () => {
	const { council, left, removable, school } = await anEvening();
	for (const [moments, reason] of [
		[{ reportedAt: CLOSES }, 'theme.report-published'],
		[{ withdrawnAt: CLOSES }, 'theme.consultation-withdrawn']
	] as const) {
		await school.store.write((tx) => tx.update(consultations).set(moments));
		expect(await removable(council)).toEqual([false]);
		await expect(removeEvening(council, 'schooltijden', 'avond')).rejects.toThrow(
			new Conflict(reason)
		);
	}
	expect(await left()).toEqual(['avond']);
});

test('an evening is removed by those who plan one, of this school', async () => {
	const { school, left, removable } = await anEvening();
	const remove = (ctx: Context) => removeEvening(ctx, 'schooltijden', 'avond');
	const moderator = await school.a('moderator');
	const elsewhere = await school.anotherSchool();
	expect(await removable(moderator)).toEqual([false]);
	await expect(remove(moderator)).rejects.toThrow(Forbidden);
	await expect(remove(await school.a('parent'))).rejects.toThrow(Forbidden);
	await expect(remove(school.guest())).rejects.toThrow(SignInRequired);
	await expect(remove(await elsewhere.a('council'))).rejects.toThrow(NotFound);
	expect(await left()).toEqual(['avond']);
	await remove(await school.a('coordinator'));
	expect(await left()).toEqual([]);
});
