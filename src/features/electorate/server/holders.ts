import { and, asc, eq, like } from 'drizzle-orm';
import { groupBy } from '../units.ts';
import { membersOf } from './queries.ts';
import { electorate } from './schema.ts';
import {
	householdMembers,
	households,
	memberships,
	people
} from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';

/** A person with the right that their code is for, and how the school knows them. */
export type Holder = {
	readonly personId: string;
	readonly rightId: string;
	readonly name: string | null;
	readonly householdKey: string | null;
	/** "Groep 3", "Groep 3, Groep 5", or the school when no group is known. */
	readonly group: string;
};

const asShown = {
	personId: people.id,
	rightId: electorate.id,
	name: people.name,
	householdKey: households.key,
	countedUnder: scopes.name
};

async function holdersOfHouseholds(db: Reader, consultationId: string) {
	return db
		.select(asShown)
		.from(electorate)
		.innerJoin(scopes, eq(scopes.id, electorate.scopeId))
		.innerJoin(households, eq(households.id, electorate.householdId))
		.innerJoin(householdMembers, eq(householdMembers.householdId, households.id))
		.innerJoin(people, eq(people.id, householdMembers.personId))
		.where(eq(electorate.consultationId, consultationId))
		.orderBy(membersOf(electorate.householdId), asc(electorate.id));
}

async function holdersInPerson(db: Reader, consultationId: string) {
	return db
		.select(asShown)
		.from(electorate)
		.innerJoin(scopes, eq(scopes.id, electorate.scopeId))
		.innerJoin(people, eq(people.id, electorate.personId))
		.leftJoin(householdMembers, eq(householdMembers.personId, people.id))
		.leftJoin(households, eq(households.id, householdMembers.householdId))
		.where(eq(electorate.consultationId, consultationId))
		.orderBy(asc(households.key));
}

/** Who is a parent here, and the groups in which they have a child; empty when none is known. */
async function parentsBelow(db: Reader, path: string): Promise<Map<string, string>> {
	const rows = await db
		.select({ personId: memberships.personId, name: scopes.name, kind: scopes.kind })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(
			and(
				eq(memberships.role, 'parent'),
				eq(memberships.status, 'active'),
				like(scopes.path, `${path}%`)
			)
		)
		.orderBy(asc(scopes.name));
	const byPerson = groupBy(rows, ({ personId }) => personId);
	return new Map(
		[...byPerson].map(([id, places]) => {
			const groups = places.filter(({ kind }) => kind === 'group');
			return [id, groups.map(({ name }) => name).join(', ')];
		})
	);
}

/**
 * Everybody who can take part and is a parent here still, once each, by group, household and name.
 * Whoever left or has no access gets no code and no letter. In a consultation that
 * counts households all members of one point to the same right; see `findRight` for a member of two.
 */
export async function holdersOf(
	db: Reader,
	scope: { readonly path: string },
	consultation: { readonly id: string; readonly rules: { readonly unit: 'household' | 'parent' } }
): Promise<Holder[]> {
	const rows =
		consultation.rules.unit === 'household'
			? await holdersOfHouseholds(db, consultation.id)
			: await holdersInPerson(db, consultation.id);
	const parents = await parentsBelow(db, scope.path);
	return [...groupBy(rows, ({ personId }) => personId)]
		.flatMap(([personId, [row]]) => {
			const group = parents.get(personId);
			if (!row || group === undefined) return [];
			const { countedUnder, ...holder } = row;
			return [{ ...holder, group: group || countedUnder }];
		})
		.toSorted((a, b) => compare(a, b));
}

const words = new Intl.Collator('nl', { numeric: true });
const compare = (a: Holder, b: Holder) =>
	words.compare(a.group, b.group) ||
	words.compare(a.householdKey ?? '', b.householdKey ?? '') ||
	words.compare(a.name ?? '', b.name ?? '');
