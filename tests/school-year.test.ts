import { expect, test } from 'vitest';
import { eligibleUnits } from '#features/electorate/server/eligible.ts';
import { electorate, participationCodes } from '#features/electorate/server/schema.ts';
import { memberships, schoolYearMoves } from '#features/people/server/schema.ts';
import { showSchoolYear } from '#features/people/server/show-school-year.ts';
import { checkSchoolYear, startSchoolYear } from '#features/people/server/start-school-year.ts';
import { forgetYearPlans, undoSchoolYear } from '#features/people/server/undo-school-year.ts';
import { castBallot } from '#features/polls/server/cast-ballot.ts';
import { participations, secretBallots } from '#features/polls/server/schema.ts';
import { createScope } from '#features/scopes/server/create-scope.ts';
import { Conflict, Forbidden, Invalid } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { aConsultation } from '#tests/support/consultation.ts';
import { addHouseholds } from '#tests/support/draft.ts';
import { at, minutesLater } from '#tests/support/world.ts';

const DAY = 24 * 60;

/** A school with three groups, a consultation that runs, and two ballots in its box. */
async function aYear() {
	const consulted = await aConsultation({ families: 3 });
	const { school, families } = consulted;
	const coordinator = await school.a('coordinator');
	const made = ['Groep 6', 'Groep 7', 'Groep 8'].map((name) => ({ kind: 'group', name }));
	const groups: string[] = [];
	for (const group of made) groups.push((await createScope(coordinator, group)).id);
	const [six = '', seven = '', eight = ''] = groups;
	await addHouseholds(school, { 'g-6': ['anna'], 'g-6b': ['bram'] }, six);
	await addHouseholds(school, { 'g-7': ['carla'], 'g-7b': ['anna'] }, seven);
	await addHouseholds(school, { 'g-8': ['dirk'], 'g-8b': ['carla'] }, eight);
	for (const { ctx } of families.slice(0, 2)) {
		const form = new FormData();
		form.set('choice', 'a');
		await castBallot(ctx, 'schooltijden', 'schooltijden', form);
	}
	const { read } = school.store;
	const tables = { electorate, participations, secretBallots, participationCodes };
	const books = async () =>
		JSON.stringify(
			await Promise.all(Object.values(tables).map((table) => read.select().from(table)))
		);
	const parents = async () =>
		(await read.select().from(memberships)).toSorted((a, b) =>
			JSON.stringify(a).localeCompare(JSON.stringify(b))
		);
	const input = { [six]: seven, [seven]: eight, [eight]: 'leaves' };
	return { ...consulted, coordinator, six, seven, eight, input, books, parents };
}

test('groups move up and the last one leaves, while electorate, participation, box and codes stay to the byte', async () => {
	const { school, coordinator, input, books, parents, six, seven, eight } = await aYear();
	const [booksBefore, parentsBefore] = [await books(), await parents()];
	expect(booksBefore).toContain('"choice"');

	await startSchoolYear(coordinator, input);
	expect(await books()).toBe(booksBefore);
	const of = async (scopeId: string, status = 'active') =>
		(await parents())
			.filter((it) => it.scopeId === scopeId && it.status === status)
			.map(({ personId }) => personId)
			.toSorted();
	expect([await of(six), await of(seven), await of(eight)]).toEqual([
		[],
		['anna', 'bram'],
		['anna', 'carla']
	]);
	expect(await of(eight, 'left')).toEqual(['dirk']);
	const units = await eligibleUnits(coordinator.read, school.scope, 'parent');
	expect(units.map(({ personId }) => personId)).not.toContain('dirk');

	await undoSchoolYear(at(coordinator, minutesLater(6 * DAY)));
	expect(await books()).toBe(booksBefore);
	expect(await parents()).toEqual(parentsBefore);
});

test('what is likely is filled in, and working it out changes nothing', async () => {
	const { coordinator, input, parents } = await aYear();
	const before = await parents();
	const { groups, undo } = await showSchoolYear(coordinator);
	expect(Object.fromEntries(groups.map(({ id, likely }) => [id, likely]))).toEqual(input);
	expect(undo).toBeNull();
	expect(await checkSchoolYear(coordinator, input)).toEqual({
		leavers: 1,
		moved: 3,
		groups: [
			{ name: 'Groep 6', before: 2, after: 0 },
			{ name: 'Groep 7', before: 2, after: 2 },
			{ name: 'Groep 8', before: 2, after: 2 }
		]
	});
	expect(await parents()).toEqual(before);
});

test('a year begins once, and after a week it stays', async () => {
	const { school, coordinator, input } = await aYear();
	await startSchoolYear(coordinator, input);
	await expect(startSchoolYear(coordinator, input)).rejects.toMatchObject({
		reason: 'school-year.begun'
	});
	const later = at(coordinator, minutesLater(8 * DAY));
	await expect(undoSchoolYear(later)).rejects.toMatchObject({ reason: 'school-year.too-late' });
	await school.store.write((tx) => forgetYearPlans(tx, later.now));
	expect(await school.store.read.select().from(schoolYearMoves)).toMatchObject([{ plan: null }]);
});

test('after it was undone it can be begun anew', async () => {
	const { coordinator, input } = await aYear();
	await startSchoolYear(coordinator, input);
	await undoSchoolYear(coordinator);
	await expect(undoSchoolYear(coordinator)).rejects.toThrow(Conflict);
	await expect(startSchoolYear(coordinator, input)).resolves.toBeUndefined();
});

test('a group of another school is no place to go, and only a coordinator begins a year', async () => {
	const { school, coordinator, input, six, parents } = await aYear();
	const before = await parents();
	const other = await school.anotherSchool();
	const strange = { ...input, [six]: other.scope.id };
	await expect(startSchoolYear(coordinator, strange)).rejects.toThrow(Invalid);
	const council: Context = { ...coordinator, roles: new Set(['council', 'helper']) };
	await expect(startSchoolYear(council, input)).rejects.toThrow(Forbidden);
	await expect(undoSchoolYear(council)).rejects.toThrow(Forbidden);
	await expect(startSchoolYear(coordinator, {})).rejects.toThrow(Conflict);
	expect(await parents()).toEqual(before);
});
