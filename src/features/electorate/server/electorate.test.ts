import { expect, test } from 'vitest';
import { addLateRight } from './add-late-right.ts';
import { listLatecomers } from './latecomers.ts';
import { listChanges } from './list-changes.ts';
import { countUnits, findRight, lateRights, unitsByScope } from './queries.ts';
import { electorate } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { ruleChanges } from '#features/consultations/server/schema.ts';
import { households, memberships, people } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Forbidden } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import {
	addHouseholds,
	aDraftedConsultation,
	DRAFTING,
	openIt,
	type Drafted
} from '#tests/support/draft.ts';
import { at, World } from '#tests/support/world.ts';

async function opened(
	unit: 'parent' | 'household',
	members: Record<string, string[]>,
	prepare: (drafted: Drafted) => Promise<void> = () => Promise.resolve()
): Promise<Drafted> {
	const drafted = await aDraftedConsultation({ unit }, { households: members });
	await prepare(drafted);
	await openIt(drafted);
	return drafted;
}
const group = (school: Scope, id: string): Scope => ({
	id,
	path: `${school.path}${id}/`,
	kind: 'group',
	slug: id,
	name: `Groep ${id}`
});
const rightsOf = ({ council, id }: Drafted, ...personIds: string[]) =>
	Promise.all(personIds.map(async (it) => (await findRight(council.read, id, it))?.id));

test('separated parents are two households with a right each, whatever the unit', async () => {
	const members = { 'gezin-anna': ['anna'], 'gezin-bram': ['bram'] };
	for (const unit of ['household', 'parent'] as const) {
		const it = await opened(unit, members);
		expect(await countUnits(it.council.read, it.id)).toBe(2);
		const [anna, bram] = await rightsOf(it, 'anna', 'bram');
		expect(anna).toBeDefined();
		expect(bram).toBeDefined();
		expect(anna).not.toBe(bram);
	}
});

test('parents of one household share a right when households count, and have their own otherwise', async () => {
	const members = { gezin: ['anna', 'bram'] };
	const shared = await opened('household', members);
	expect(await countUnits(shared.council.read, shared.id)).toBe(1);
	const [anna, bram] = await rightsOf(shared, 'anna', 'bram');
	expect(anna).toBe(bram);

	const each = await opened('parent', members);
	expect(await countUnits(each.council.read, each.id)).toBe(2);
	expect(new Set(await rightsOf(each, 'anna', 'bram')).size).toBe(2);
});

test('who belongs to two households has the right that is least shared, and one as a parent', async () => {
	const members = { 'a-eigen': ['anna'], 'b-samen': ['anna', 'bram', 'carla'] };
	const it = await opened('household', members);
	expect(await countUnits(it.council.read, it.id)).toBe(2);
	const [anna, bram, carla] = await rightsOf(it, 'anna', 'bram', 'carla');
	expect(bram).toBe(carla);
	expect(anna).not.toBe(bram);

	const each = await opened('parent', members);
	expect(await countUnits(each.council.read, each.id)).toBe(3);
});

test('a household without members has no right, nor has who is no parent here', async () => {
	const it = await opened('household', { gezin: ['anna'], leeg: [] }, async ({ school }) => {
		const elsewhere = await school.anotherSchool();
		await addHouseholds(elsewhere, { 'gezin-9': ['zita'] });
	});
	expect(await countUnits(it.council.read, it.id)).toBe(1);
	expect(await rightsOf(it, 'zita')).toEqual([undefined]);
	const parents = await opened('parent', { gezin: ['anna'] }, async ({ school }) => {
		await school.a('staff');
	});
	expect(await countUnits(parents.council.read, parents.id)).toBe(1);
});

test('parents of groups are parents of the school, counted under their group', async () => {
	const it = await opened('parent', {}, async ({ school }) => {
		const groups = ['g3', 'g5'].map((id) => group(school.scope, id));
		await school.store.write(async (tx) => {
			await tx.insert(scopes).values(groups);
			for (const id of ['anna', 'bram', 'carla']) await tx.insert(people).values({ id });
			await tx.insert(memberships).values([
				{ scopeId: 'g3', personId: 'anna', role: 'parent' },
				{ scopeId: 'g3', personId: 'bram', role: 'parent' },
				{ scopeId: 'g5', personId: 'bram', role: 'parent' },
				{ scopeId: school.scope.id, personId: 'carla', role: 'parent' }
			]);
		});
	});
	const counted = await unitsByScope(it.council.read, it.id);
	expect(counted.map(({ name, units }) => [name, units])).toEqual([
		['De Vuurvogel', 2],
		['Groep g3', 1]
	]);
});

test('a household is counted under its own scope', async () => {
	const it = await opened('household', { gezin: ['anna'] }, async ({ school }) => {
		await school.store.write((tx) => tx.insert(scopes).values(group(school.scope, 'g3')));
		await addHouseholds(school, { 'gezin-3': ['bram'] }, 'g3');
	});
	const counted = await unitsByScope(it.council.read, it.id);
	expect(counted.map(({ scopeId, units }) => [scopeId === 'g3' ? 'g3' : 'school', units])).toEqual([
		['school', 1],
		['g3', 1]
	]);
});

test('who came after the opening gets a right by hand, once, with a reason', async () => {
	const it = await opened('household', { gezin: ['anna'] });
	const { school, slug, id } = it;
	await addHouseholds(school, { nieuw: ['nina'] });
	expect(await countUnits(school.store.read, id)).toBe(1);
	const coordinator = await school.a('coordinator', DRAFTING);
	const consultation = await getConsultation(coordinator.read, school.scope, slug);
	const [late] = await listLatecomers(coordinator.read, school.scope, consultation);
	expect(late?.name).toBe('nieuw');

	const input = { unit: late?.id, reason: 'Nieuw op school sinds 2 mei.' };
	await expect(addLateRight(it.council, slug, input)).rejects.toThrow(Forbidden);
	await expect(addLateRight(coordinator, slug, { ...input, reason: 'nee' })).rejects.toMatchObject({
		issues: { reason: 'field.too-short' }
	});
	await addLateRight(coordinator, slug, input);
	await expect(addLateRight(coordinator, slug, input)).rejects.toThrow(
		new Conflict('right.has-one')
	);
	expect(await rightsOf(it, 'nina')).not.toEqual([undefined]);
	const rows = await school.store.read
		.select({ reason: electorate.lateReason, on: electorate.addedOn })
		.from(electorate);
	expect(rows).toContainEqual({ reason: 'Nieuw op school sinds 2 mei.', on: '2027-05-03' });
	expect(await listLatecomers(coordinator.read, school.scope, consultation)).toEqual([]);
});

test('everybody reads on which day how many rights were added, and why, but not for whom', async () => {
	const it = await opened('household', { gezin: ['anna'] });
	const { school, slug, id } = it;
	expect(await listChanges(school.store.read, id)).toEqual([]);
	await addHouseholds(school, { 'gezin-x': ['nina'], 'gezin-y': ['omar'], 'gezin-z': ['pien'] });
	const coordinator = await school.a('coordinator', DRAFTING);
	const consultation = await getConsultation(coordinator.read, school.scope, slug);
	const late = await listLatecomers(coordinator.read, school.scope, consultation);
	const [x, y, z] = late.map(({ id: unit }) => unit);
	const moved = 'Nieuw op school sinds 2 mei.';
	await addLateRight(coordinator, slug, { unit: x, reason: moved });
	await addLateRight(coordinator, slug, { unit: y, reason: moved });
	const nextDay = at(coordinator, new Date('2027-05-20T10:00:00Z'));
	await addLateRight(nextDay, slug, { unit: z, reason: 'Stond niet in de lijst.' });

	expect(await lateRights(school.store.read, id)).toEqual([
		{ day: '2027-05-20', reason: 'Stond niet in de lijst.', n: 1 },
		{ day: '2027-05-03', reason: moved, n: 2 }
	]);
	await school.store.write((tx) =>
		tx.insert(ruleChanges).values({
			consultationId: id,
			kind: 'typing-error',
			field: 'title',
			before: 'Schoolteiden',
			after: 'Schooltijden',
			reason: 'Er stond een tikfout.',
			at: new Date('2027-05-04T10:00:00Z')
		})
	);
	const changes = await listChanges(school.store.read, id);
	expect(changes.map(({ kind }) => kind)).toEqual(['rights-added', 'typing-error', 'rights-added']);
	expect(JSON.stringify(changes)).not.toMatch(/gezin-|nina|omar|pien/);
	expect(JSON.stringify(changes)).not.toContain(x);
});

test('nobody of another school gets a right', async () => {
	const { school, slug } = await opened('household', { gezin: ['anna'] });
	const elsewhere = await school.anotherSchool();
	await addHouseholds(elsewhere, { 'gezin-9': ['zita'] });
	const rows = await school.store.read
		.select({ id: households.id, key: households.key })
		.from(households);
	const theirs = rows.find(({ key }) => key === 'gezin-9');
	await expect(
		addLateRight(await school.a('coordinator', DRAFTING), slug, {
			unit: theirs?.id,
			reason: 'Hoort er niet bij.'
		})
	).rejects.toThrow(new Conflict('right.has-one'));
});

test('an alliance asks the parents of all its schools, each once', async () => {
	const drafted = await aDraftedConsultation();
	const { school } = drafted;
	const [above] = school.scope.path.split('/').filter(Boolean).slice(-2);
	const rows = await school.store.read.select().from(scopes);
	const alliance = rows.find(({ id }) => id === above);
	if (!alliance) throw new Error('the alliance is missing');
	const second: Scope = {
		id: 'tweede',
		path: `${alliance.path}tweede/`,
		kind: 'school',
		slug: 'tweede',
		name: 'Tweede school'
	};
	await school.store.write((tx) => tx.insert(scopes).values(second));
	await addHouseholds(new World(school.store, second, school.file), { 'gezin-t': ['anna'] });
	const { eligibleUnits } = await import('./eligible.ts');
	const parents = await eligibleUnits(school.store.read, alliance, 'parent');
	expect(parents.map(({ personId }) => personId)).toEqual(['anna', 'bram', 'carla']);
	expect(parents[0]?.scopeId).toBe(alliance.id);
	const families = await eligibleUnits(school.store.read, alliance, 'household');
	expect(families).toHaveLength(3);
});
