import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { addHouseholds, checkHouseholds } from './add-households.ts';
import { rolesIn } from './queries.ts';
import { householdMembers, households, memberships, people } from './schema.ts';
import { showPeople } from './show-people.ts';
import { createScope } from '#features/scopes/server/create-scope.ts';
import { Conflict, Forbidden, Invalid, SignInRequired } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { aSchool, type World } from '#tests/support/world.ts';

const LIST = [
	'M-001;Jeroen Bakker;jeroen@example.org;Groep 6',
	'M-001;Lotte Hendriks;;groep 6',
	'M-002;Ayşe Demir;ayse@example.org;Groep 3',
	'M-002;Ayşe Demir;ayse@example.org;vuurvogel-groep-6',
	'M-003'
].join('\n');

async function aSchoolWithGroups() {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const [three, six] = await Promise.all(
		['Groep 3', 'Groep 6'].map((name) => createScope(coordinator, { kind: 'group', name }))
	);
	if (!three || !six) throw new Error('no groups');
	return { school, coordinator, three, six };
}

/** Who is in which household, as one can read it. */
const register = ({ store }: World) =>
	store.read
		.select({ key: households.key, name: people.name, email: people.email })
		.from(householdMembers)
		.innerJoin(households, eq(households.id, householdMembers.householdId))
		.innerJoin(people, eq(people.id, householdMembers.personId))
		.orderBy(asc(households.key), asc(people.name));

const REGISTER = [
	{ key: 'M-001', name: 'Jeroen Bakker', email: 'jeroen@example.org' },
	{ key: 'M-001', name: 'Lotte Hendriks', email: null },
	{ key: 'M-002', name: 'Ayşe Demir', email: 'ayse@example.org' },
	{ key: 'M-003', name: null, email: null }
];

test('a list becomes households with their parents, who are parents of their groups', async () => {
	const { school, coordinator, three, six } = await aSchoolWithGroups();
	expect(await addHouseholds(coordinator, { list: LIST })).toEqual({ households: 3, parents: 4 });
	expect(await register(school)).toEqual(REGISTER);

	const places = await school.store.read
		.select({ name: people.name, scopeId: memberships.scopeId })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(eq(memberships.role, 'parent'));
	const of = (name: string | null) =>
		places.filter((it) => it.name === name).map(({ scopeId }) => scopeId);
	expect(new Set(of('Ayşe Demir'))).toEqual(new Set([three.id, six.id]));
	expect([of('Lotte Hendriks'), of(null)]).toEqual([[six.id], [school.scope.id]]);
	expect((await showPeople(coordinator)).households).toEqual({
		households: 3,
		parents: 4,
		groups: ['Groep 3', 'Groep 6']
	});
});

test('the same list twice is the list once', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	await addHouseholds(coordinator, { list: LIST });
	const events = await school.store.read.$count(journal);
	const backwards = LIST.split('\n').toReversed().join('\n');
	for (const list of [LIST, backwards])
		expect(await addHouseholds(coordinator, { list })).toEqual({ households: 0, parents: 0 });
	expect(await register(school)).toEqual(REGISTER);
	expect(await school.store.read.$count(journal)).toBe(events);
});

test('two lists at the same moment do not make a household twice', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	await Promise.all([1, 2, 3].map(() => addHouseholds(coordinator, { list: LIST })));
	expect(await register(school)).toEqual(REGISTER);
});

test('a number makes households without names, and a larger one later only the rest', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	expect(await addHouseholds(coordinator, { count: '3' })).toEqual({ households: 3, parents: 3 });
	expect(await addHouseholds(coordinator, { count: '5' })).toEqual({ households: 2, parents: 2 });
	const rows = await register(school);
	expect(rows.map(({ key }) => key)).toEqual([1, 2, 3, 4, 5].map((n) => `gezin 00${String(n)}`));
});

test('a later list fills in what was not known, and takes nobody away', async () => {
	const { school, coordinator, six } = await aSchoolWithGroups();
	await addHouseholds(coordinator, { list: 'M-001\nM-001;Lotte Hendriks' });
	const list = 'M-001;Lotte Hendriks;lotte@example.org\nM-001;Jeroen Bakker;;Groep 6';
	expect(await addHouseholds(coordinator, { list })).toEqual({ households: 0, parents: 0 });

	expect(await register(school)).toEqual([
		{ key: 'M-001', name: 'Jeroen Bakker', email: null },
		{ key: 'M-001', name: 'Lotte Hendriks', email: 'lotte@example.org' }
	]);
	const placed = await school.store.read
		.select({ name: people.name, scopeId: memberships.scopeId })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(eq(people.name, 'Jeroen Bakker'));
	expect(placed).toEqual([{ name: 'Jeroen Bakker', scopeId: six.id }]);
});

test('a list with one wrong line adds nothing, and says which line', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const list = `${LIST}\nM-004;Bas;;Groep 9\nM-005;Priya;;Groep 3;Pietje`;
	const error: unknown = await addHouseholds(coordinator, { list }).catch((it: unknown) => it);
	expect((error as Invalid).issues).toEqual({
		'line-6': 'household.group',
		'line-7': 'household.columns'
	});
	expect(await register(school)).toEqual([]);
	expect(await checkHouseholds(coordinator, { list })).toEqual({
		listed: { households: 3, parents: 4 },
		added: { households: 3, parents: 4 },
		issues: [
			{ line: 6, reason: 'household.group' },
			{ line: 7, reason: 'household.columns' }
		]
	});
	expect(await register(school)).toEqual([]);
});

test('a parent with a child in two households is one person', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const list = 'M-001;Ayşe Demir;ayse@example.org\nM-002;Ayşe Demir;ayse@example.org';
	for (const added of [
		{ households: 2, parents: 2 },
		{ households: 0, parents: 0 }
	])
		expect(await addHouseholds(coordinator, { list })).toEqual(added);
	expect(await school.store.read.$count(people, eq(people.name, 'Ayşe Demir'))).toBe(1);
});

test('the letter of a parent never opens the account of somebody who works here or elsewhere', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const other = await school.anotherSchool();
	const staff = await school.a('moderator');
	const elsewhere = await other.a('parent');
	const emailOf = ({ actor }: Context) =>
		actor.kind === 'person' ? `${actor.personId}@example.org` : '';
	const list = `M-001;Samira;${emailOf(staff)}\nM-002;;${emailOf(elsewhere)}`;

	expect(await addHouseholds(coordinator, { list })).toEqual({ households: 2, parents: 2 });
	expect(await register(school)).toEqual([
		{ key: 'M-001', name: 'Samira', email: emailOf(staff) },
		{ key: 'M-002', name: null, email: emailOf(elsewhere) }
	]);
	expect(await addHouseholds(coordinator, { list })).toEqual({ households: 0, parents: 0 });
	const mine = staff.actor.kind === 'person' ? staff.actor.personId : '';
	expect([...(await rolesIn(school.store.read, mine, school.scope))]).toEqual(['moderator']);
});

test('households belong to a school, and only its coordinator adds them', async () => {
	const { school, coordinator, six } = await aSchoolWithGroups();
	const list = { list: 'M-001' };
	const atGroup = { ...coordinator, scope: six };
	for (const deed of [addHouseholds, checkHouseholds]) {
		const refused = new Conflict('household.only-at-school');
		await expect(deed(atGroup, list)).rejects.toEqual(refused);
		for (const role of ['parent', 'council', 'moderator'] as const)
			await expect(deed(await school.a(role), list)).rejects.toThrow(Forbidden);
		await expect(deed(school.guest(), list)).rejects.toThrow(SignInRequired);
		for (const input of [{}, { list: ' ' }, { count: '0' }, { count: '1.5' }, { count: '4000' }])
			await expect(deed(coordinator, input)).rejects.toThrow(Invalid);
		await expect(deed(coordinator, { ...list, count: '5' })).rejects.toThrow(Invalid);
	}
	expect(await register(school)).toEqual([]);
});

test('the same key at two schools is two households', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const other = await school.anotherSchool();
	await addHouseholds(coordinator, { list: 'M-001;Jan' });
	await addHouseholds(await other.a('coordinator'), { list: 'M-001;Jan' });
	expect(await register(school)).toHaveLength(2);
});
