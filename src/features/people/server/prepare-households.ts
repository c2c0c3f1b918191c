import { eq, inArray, like, and } from 'drizzle-orm';
import {
	numberedHouseholds,
	readHouseholdList,
	type ListedParent,
	type ListIssue
} from '../household-list.ts';
import {
	planHouseholds,
	type HouseholdPlan,
	type KnownHouseholds,
	type Owner
} from '../household-plan.ts';
import { MOST_HOUSEHOLDS, type HouseholdsInput } from '../input.ts';
import { householdMembers, households, memberships, people } from './schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Invalid } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

const AT_ONCE = 500;

export type PreparedHouseholds = {
	readonly issues: readonly ListIssue[];
	readonly listed: { readonly households: number; readonly parents: number };
	readonly plan: HouseholdPlan;
};

/** Reads what a form brings and works out what it would add. Writes nothing. */
export async function prepareHouseholds(
	db: Reader,
	scope: Scope,
	{ list, count }: HouseholdsInput
): Promise<PreparedHouseholds> {
	const read = count
		? { parents: numberedHouseholds(Number(count)), issues: [] }
		: readHouseholdList(list);
	if (read.parents.length > 2 * MOST_HOUSEHOLDS)
		throw new Invalid('input.invalid', { list: 'household.too-many' });

	const groups = await groupsOf(db, scope);
	const idOf = ({ group }: ListedParent) => group && groups.get(group.toLowerCase());
	const strays = read.parents.filter((it) => it.group !== null && !idOf(it));
	const parents = read.parents
		.filter((it) => !strays.includes(it))
		.map((it) => ({ ...it, group: idOf(it) ?? null }));
	const unknown = strays.map(({ line }) => ({ line, reason: 'household.group' as const }));

	const plan = planHouseholds(parents, await knownOf(db, scope, parents));
	return {
		issues: [...read.issues, ...unknown].toSorted((a, b) => a.line - b.line),
		listed: {
			households: new Set(parents.map(({ key }) => key)).size,
			parents: plan.places.size
		},
		plan
	};
}

/** The groups below a school, by name and by address, in small letters. */
export async function groupsOf(db: Reader, { path }: Scope): Promise<Map<string, string>> {
	const rows = await db
		.select({ id: scopes.id, name: scopes.name, slug: scopes.slug })
		.from(scopes)
		.where(and(eq(scopes.kind, 'group'), like(scopes.path, `${path}_%`)));
	return new Map(
		rows.flatMap(({ id, name, slug }) => [
			[name.toLowerCase(), id],
			[slug, id]
		])
	);
}

async function knownOf(
	db: Reader,
	scope: Scope,
	parents: readonly ListedParent[]
): Promise<KnownHouseholds> {
	const rows = await db
		.select({ id: households.id, key: households.key, member: people })
		.from(households)
		.leftJoin(householdMembers, eq(householdMembers.householdId, households.id))
		.leftJoin(people, eq(people.id, householdMembers.personId))
		.where(eq(households.scopeId, scope.id));
	const there = [...Map.groupBy(rows, ({ key }) => key)].map(([key, members]) => {
		const id = members[0]?.id ?? '';
		return [key, { id, members: members.flatMap(({ member }) => member ?? []) }] as const;
	});
	const emails = [...new Set(parents.flatMap(({ email }) => email ?? []))];
	return { households: new Map(there), addresses: await ownersOf(db, scope, emails) };
}

/** Who has these addresses already. */
export async function ownersOf(
	db: Reader,
	scope: Scope,
	emails: readonly string[]
): Promise<KnownHouseholds['addresses']> {
	const owners = new Map<string, Owner>();
	const addresses = new Map<string, Owner[]>();
	for (let at = 0; at < emails.length; at += AT_ONCE) {
		const rows = await db
			.select({
				personId: people.id,
				name: people.name,
				email: people.email,
				role: memberships.role,
				path: scopes.path
			})
			.from(people)
			.leftJoin(memberships, eq(memberships.personId, people.id))
			.leftJoin(scopes, eq(scopes.id, memberships.scopeId))
			.where(inArray(people.email, emails.slice(at, at + AT_ONCE)))
			.orderBy(people.id);
		for (const { personId, name, role, path } of rows) {
			const ours = role === 'parent' && path !== null && path.startsWith(scope.path);
			const before = owners.get(personId)?.ours ?? true;
			owners.set(personId, { personId, name, ours: before && ours });
		}
		for (const [email, all] of Map.groupBy(rows, (row) => row.email ?? '')) {
			const ids = new Set(all.map(({ personId }) => personId));
			addresses.set(
				email,
				[...ids].flatMap((id) => owners.get(id) ?? [])
			);
		}
	}
	return addresses;
}
