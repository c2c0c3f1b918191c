import { familiesOf } from './families.ts';
import { randomFrom } from './random.ts';
import { ALLIANCE, BOARDS, HOUSE_RULES, PEOPLE, SCHOOLS, FOUNDED } from './region.ts';
import type { Cast, DemoFamily, Stage } from './cast.ts';
import { newId } from '#kernel/ids.ts';
import type { Scope } from '#kernel/server/context.ts';
import { scopes, bodies } from '#features/scopes/server/schema.ts';
import {
	people,
	memberships,
	households,
	householdMembers
} from '#features/people/server/schema.ts';
import { houseRules } from '#features/house-rules/server/schema.ts';

// STUB until the commands land
export async function foundRegion({ store, calendar }: Stage): Promise<Cast> {
	const places = new Map<string, Scope>();
	const personas = new Map<string, string>();
	const families: DemoFamily[] = [];
	const random = randomFrom(1);
	await store.write(async (tx) => {
		const add = async (kind: Scope['kind'], above: string, name: string, slug: string) => {
			const id = newId();
			const scope = { id, path: `${above}${id}/`, kind, slug, name };
			await tx.insert(scopes).values(scope);
			places.set(slug, scope);
			return scope;
		};
		const alliance = await add('alliance', '/home/', ALLIANCE.name, ALLIANCE.slug);
		for (const b of ALLIANCE.bodies) await tx.insert(bodies).values({ scopeId: alliance.id, ...b });
		for (const board of BOARDS) await add('board', alliance.path, board.name, board.slug);
		await tx.insert(houseRules).values({
			scopeId: alliance.id,
			edition: 1,
			rules: HOUSE_RULES,
			publishedAt: calendar.at(FOUNDED)
		});
		for (const school of SCHOOLS) {
			const s = await add('school', places.get(school.board)!.path, school.name, school.slug);
			for (const b of school.bodies)
				await tx.insert(bodies).values({ scopeId: s.id, kind: b.kind as 'mr', name: b.name });
			const groups = new Map<string, Scope>();
			for (const [n, g] of school.groups.entries())
				groups.set(g, await add('group', s.path, g, `${school.slug}-${n}`));
			for (const f of familiesOf(school, random)) {
				const hid = newId();
				await tx.insert(households).values({ id: hid, scopeId: s.id, key: f.key });
				const parents = [];
				for (const name of f.names) {
					const id = newId();
					await tx.insert(people).values({ id, name });
					await tx
						.insert(memberships)
						.values({ scopeId: groups.get(f.group)!.id, personId: id, role: 'parent' });
					await tx.insert(householdMembers).values({ householdId: hid, personId: id });
					parents.push({ id, name });
				}
				families.push({ key: f.key, school: school.slug, parents });
			}
		}
		for (const p of PEOPLE) {
			const id = newId();
			personas.set(p.name, id);
			await tx.insert(people).values({ id, name: p.name });
			for (const role of p.roles)
				await tx.insert(memberships).values({ scopeId: places.get(p.at)!.id, personId: id, role });
		}
	});
	return { places, personas, families };
}
