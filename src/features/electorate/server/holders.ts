import { and, asc, count, eq, sql, type SQL } from 'drizzle-orm';
import { membersOf } from './queries.ts';
import { electorate, participationCodes } from './schema.ts';
import {
	householdMembers,
	households,
	memberships,
	people
} from '#features/people/server/schema.ts';
import { patternsFor } from '#features/scopes/fold.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';

/** What somebody has: no code yet, one that opens, or one that was blocked and not replaced. */
export type CodeState = 'none' | 'issued' | 'blocked';

/** A person with the right that their code is for, and how the school knows them. */
export type Holder = {
	readonly personId: string;
	readonly rightId: string;
	readonly name: string | null;
	readonly householdKey: string | null;
	/** "Groep 3", "Groep 3, Groep 5", or the school when no group is known. */
	readonly group: string;
	readonly code: CodeState;
	/** The language they read, when it is known. */
	readonly locale: string | null;
};

type Place = { readonly path: string };
type Counted = {
	readonly id: string;
	readonly rules: { readonly unit: 'household' | 'parent' };
};

/** Which of the holders: those of a place below, one person, those looked for; a page of them. */
export type Which = {
	readonly within?: Place;
	readonly person?: string;
	readonly sought?: string;
	readonly code?: CodeState;
	/** Only who has no working channel. */
	readonly unreached?: boolean;
	/** Only whom a mail reaches. */
	readonly reached?: boolean;
	/** From after this person, in the order of names. */
	readonly after?: string;
	readonly limit?: number;
};

/** Every pair of a person and a right. Of the rights of one person the first is theirs: `nth` is 1. */
function rightsOf(db: Reader, { id, rules }: Counted, person: string | undefined) {
	const ofHouseholds = rules.unit === 'household';
	const order = ofHouseholds
		? sql`${membersOf(electorate.householdId)}, ${electorate.id}`
		: sql`${households.key}`;
	const pair = db
		.select({
			personId: sql<string>`${people.id}`.as('person_id'),
			rightId: sql<string>`${electorate.id}`.as('right_id'),
			name: people.name,
			locale: people.locale,
			householdKey: households.key,
			countedUnder: electorate.scopeId,
			nth: sql<number>`row_number() over (partition by ${people.id} order by ${order})`.as('nth')
		})
		.from(electorate);
	const joined = ofHouseholds
		? pair
				.innerJoin(households, eq(households.id, electorate.householdId))
				.innerJoin(householdMembers, eq(householdMembers.householdId, households.id))
				.innerJoin(people, eq(people.id, householdMembers.personId))
		: pair
				.innerJoin(people, eq(people.id, electorate.personId))
				.leftJoin(householdMembers, eq(householdMembers.personId, people.id))
				.leftJoin(households, eq(households.id, householdMembers.householdId));
	return joined
		.where(and(eq(electorate.consultationId, id), person ? eq(people.id, person) : undefined))
		.as('right_of');
}

/** The places where somebody is a parent still, within a place. */
const placesOf = (personId: SQL, { path }: Place, more?: SQL) => sql`
	from ${memberships} join ${scopes} on ${scopes.id} = ${memberships.scopeId}
	where ${and(
		sql`${memberships.personId} = ${personId}`,
		eq(memberships.role, 'parent'),
		eq(memberships.status, 'active'),
		withinPath(path),
		more
	)}`;

const hasCode = (personId: SQL, consultationId: string, status: CodeState) =>
	sql`exists (select 1 from ${participationCodes} where ${and(
		eq(participationCodes.consultationId, consultationId),
		sql`${participationCodes.personId} = ${personId}`,
		sql`${participationCodes.status} = ${status}`
	)})`;

const stateOf = (personId: SQL, id: string): SQL<CodeState> =>
	sql`case when ${hasCode(personId, id, 'issued')} then 'issued'
		when ${hasCode(personId, id, 'blocked')} then 'blocked' else 'none' end`;

/** No mail reaches them: they have no address, what was sent there came back, or they want a letter. */
const isUnreached = (personId: SQL) =>
	sql`exists (select 1 from ${people} as reader where reader.id = ${personId}
		and (coalesce(reader.email, '') = '' or reader.email_state = 'bounced' or reader.wants_paper))`;

// named in full: inside a condition that asks another table a bare name would be that table's
const ofPair = sql`right_of.person_id`;
const ofHolder = sql`holder.person_id`;

function chosen(db: Reader, scope: Place, consultation: Counted, which: Which) {
	const all = rightsOf(db, consultation, which.person);
	const name = sql<string>`coalesce(${all.name}, '')`;
	const isFound = (pattern: string) => sql`(${name} glob ${pattern}
		or coalesce(${all.householdKey}, '') glob ${pattern}
		or exists (select 1 ${placesOf(ofPair, scope, sql`${scopes.name} glob ${pattern}`)}))`;
	const isAfter = (id: string) => sql`(${name}, ${all.personId}) >
		(select coalesce(last.name, ''), last.id from ${people} as last where last.id = ${id})`;
	const query = db
		.select({
			personId: all.personId,
			rightId: all.rightId,
			name: all.name,
			locale: all.locale,
			householdKey: all.householdKey,
			countedUnder: all.countedUnder
		})
		.from(all)
		.where(
			and(
				eq(all.nth, 1),
				// whoever left or has no access gets no code and no letter
				sql`exists (select 1 ${placesOf(ofPair, which.within ?? scope)})`,
				which.unreached ? isUnreached(ofPair) : undefined,
				which.reached ? sql`not ${isUnreached(ofPair)}` : undefined,
				which.code ? sql`${stateOf(ofPair, consultation.id)} = ${which.code}` : undefined,
				which.after === undefined ? undefined : isAfter(which.after),
				...patternsFor(which.sought ?? '').map(isFound)
			)
		)
		.orderBy(name, asc(all.personId));
	return which.limit === undefined ? query.as('holder') : query.limit(which.limit).as('holder');
}

/**
 * Those who can take part and are a parent here still, once each, in the order of their names. In a
 * consultation that counts households all members of one point to the same right; see `findRight`
 * for a member of two.
 */
export async function findHolders(
	db: Reader,
	scope: Place,
	consultation: Counted,
	which: Which
): Promise<Holder[]> {
	const holder = chosen(db, scope, consultation, which);
	const isGroup = eq(scopes.kind, 'group');
	return db
		.select({
			personId: holder.personId,
			rightId: holder.rightId,
			name: holder.name,
			locale: holder.locale,
			householdKey: holder.householdKey,
			group: sql<string>`coalesce((
				select group_concat(its.name, ', ') from (
					select distinct ${scopes.name} as name ${placesOf(ofHolder, scope, isGroup)}
					order by 1) as its), (select under.name from ${scopes} as under where under.id = holder.scope_id))`,
			code: stateOf(ofHolder, consultation.id)
		})
		.from(holder);
}

/** The same, in the order of the letters: by group, household and name. */
export async function holdersOf(
	db: Reader,
	scope: Place,
	consultation: Counted,
	which: Which = {}
): Promise<Holder[]> {
	return inLetterOrder(await findHolders(db, scope, consultation, which));
}

/** How many people can take part, how many of them have no code yet, and no mail reaches. */
export async function countHolders(db: Reader, scope: Place, consultation: Counted) {
	const holder = chosen(db, scope, consultation, {});
	const [row] = await db
		.select({
			people: count(),
			unreached: sql<number>`coalesce(sum(${isUnreached(ofHolder)}), 0)`,
			without: sql<number>`coalesce(sum(${stateOf(ofHolder, consultation.id)} = 'none'), 0)`
		})
		.from(holder);
	return row ?? { people: 0, without: 0, unreached: 0 };
}

/** Those of them whom a mail reaches, as a table named `holder`: for queries that ask more of them. */
export const reachedHolders = (db: Reader, scope: Place, consultation: Counted) =>
	chosen(db, scope, consultation, { reached: true });

export const inLetterOrder = (holders: readonly Holder[]): Holder[] => holders.toSorted(compare);

const words = new Intl.Collator('nl', { numeric: true });
const compare = (a: Holder, b: Holder) =>
	words.compare(a.group, b.group) ||
	words.compare(a.householdKey ?? '', b.householdKey ?? '') ||
	words.compare(a.name ?? '', b.name ?? '');
