import { expect, test } from 'vitest';
import { allRolesOf, rolesIn } from './queries.ts';
import { memberships, people } from './schema.ts';
import { HOME } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import type { Role, Scope } from '#kernel/server/context.ts';
import { aStore } from '#tests/support/world.ts';

/** An alliance with two schools, the first with two groups. */
async function aTree() {
	const { store } = await aStore();
	const scope = (kind: Scope['kind'], above: Scope, slug: string): Scope => {
		const id = newId();
		return { id, path: `${above.path}${id}/`, kind, slug, name: slug };
	};
	const alliance = scope('alliance', HOME, 'streek');
	const school = scope('school', alliance, 'vuurvogel');
	const other = scope('school', alliance, 'ijsvogel');
	const three = scope('group', school, 'groep-3');
	const four = scope('group', school, 'groep-4');
	await store.write((tx) => tx.insert(scopes).values([alliance, school, other, three, four]));

	const places = { alliance, school, other, three, four };
	type Place = keyof typeof places;
	/** Somebody new with these roles, and what they are where: places where they are nothing are left out. */
	const whereIs = async (...given: readonly (readonly [Exclude<Role, 'guest'>, Place])[]) => {
		const personId = newId();
		await store.write(async (tx) => {
			await tx.insert(people).values({ id: personId });
			for (const [role, place] of given)
				await tx.insert(memberships).values({ personId, scopeId: places[place].id, role });
		});
		const found: Record<string, Role[]> = {};
		for (const [name, place] of Object.entries(places)) {
			const roles = [...(await rolesIn(store.read, personId, place))].sort();
			if (roles.length > 0) found[name] = roles;
		}
		return { personId, found };
	};
	return { store, places, whereIs };
}

test('a role counts in its place and below, and not beside it or above', async () => {
	const { whereIs } = await aTree();
	for (const role of ['council', 'staff', 'moderator', 'decider', 'coordinator'] as const) {
		const { found } = await whereIs([role, 'school']);
		expect(found).toEqual({ school: [role], three: [role], four: [role] });
	}
	expect((await whereIs(['moderator', 'three'])).found).toEqual({ three: ['moderator'] });
});

test('a role of the alliance counts at every school and in every group', async () => {
	const { whereIs } = await aTree();
	const all = ['coordinator'];
	expect((await whereIs(['coordinator', 'alliance'])).found).toEqual({
		...{ alliance: all, school: all, other: all, three: all, four: all }
	});
});

test('a parent of a group is a parent of the school and the alliance, and not of another group', async () => {
	const { store, whereIs } = await aTree();
	const { personId, found } = await whereIs(['parent', 'three']);
	const parent = ['parent'];
	expect(found).toEqual({ alliance: parent, school: parent, three: parent });
	expect([...(await rolesIn(store.read, personId, HOME))]).toEqual(parent);
});

test('several roles stay with their own places', async () => {
	const { store, whereIs } = await aTree();
	const { personId, found } = await whereIs(
		['parent', 'three'],
		['council', 'school'],
		['staff', 'other']
	);
	expect(found).toEqual({
		alliance: ['parent'],
		school: ['council', 'parent'],
		three: ['council', 'parent'],
		four: ['council'],
		other: ['staff']
	});
	expect(await allRolesOf(store.read, personId)).toEqual(new Set(['parent', 'council', 'staff']));
});

test('somebody who is nothing has no role anywhere', async () => {
	const { store, places, whereIs } = await aTree();
	expect((await whereIs()).found).toEqual({});
	expect((await rolesIn(store.read, 'nobody', places.school)).size).toBe(0);
});
