import { type Known, matchParents, parentsOf, sameName } from './household-match.ts';
import type { ListedParent } from './household-list.ts';
import { newId } from '#kernel/ids.ts';

/** What is known already, as far as the list is about it. */
export type KnownHouseholds = {
	/** By the school's key. */
	readonly households: ReadonlyMap<string, { id: string; members: readonly Known[] }>;
	/** The accounts with an e-mail address, and whether one is a parent of this school only. */
	readonly addresses: ReadonlyMap<string, readonly Owner[]>;
};
export type Owner = {
	readonly personId: string;
	readonly name: string | null;
	readonly ours: boolean;
};

/** What a school says about a parent. */
export const FIELDS = ['name', 'email', 'phone', 'locale'] as const;
export type Field = (typeof FIELDS)[number];
type Facts = Readonly<Record<Field, string | null>>;
export type PlannedPerson = Facts & { readonly id: string };
export type ChangedPerson = PlannedPerson & { readonly fields: readonly Field[] };

/** What must be written so that the database says what the list says. */
export type HouseholdPlan = {
	readonly households: readonly { id: string; key: string }[];
	readonly people: readonly PlannedPerson[];
	/** Parents of whom the list knows more or, where that counts, something else. */
	readonly changed: readonly ChangedPerson[];
	readonly members: readonly { householdId: string; personId: string }[];
	/** Everybody on the list, once, with the ids of their groups; without one they are of the school. */
	readonly places: ReadonlyMap<string, ReadonlySet<string>>;
	/** Which person and household a line of the list is about. */
	readonly lines: ReadonlyMap<number, { readonly householdId: string; readonly personId: string }>;
};

/**
 * Compares a list, its groups given by id, with what is there. Of a list that was added before,
 * nothing is left to do. `fill` gives parents what they did not have yet; `follow` also changes what
 * the school says otherwise now, except a name that somebody chose for themselves.
 *
 * A family may share one address: two names with it are two people. An address of somebody who is
 * more than a parent of this school makes an account of its own, since their letter must not open
 * the other.
 */
export function planHouseholds(
	list: readonly ListedParent[],
	known: KnownHouseholds,
	how: 'fill' | 'follow' = 'fill'
): HouseholdPlan {
	const plan = {
		households: [] as { id: string; key: string }[],
		people: [] as PlannedPerson[],
		changed: [] as ChangedPerson[],
		members: [] as { householdId: string; personId: string }[],
		places: new Map<string, Set<string>>(),
		lines: new Map<number, { householdId: string; personId: string }>()
	};
	const addresses = new Map(known.addresses);
	const ownerOf = ({ name, email }: Facts): string | undefined =>
		email === null
			? undefined
			: addresses.get(email)?.find((it) => it.ours && sameName(it.name, name))?.personId;

	for (const [key, lines] of Map.groupBy(list, (it) => it.key)) {
		const there = known.households.get(key);
		const householdId = there?.id ?? newId();
		if (!there) plan.households.push({ id: householdId, key });
		const parents = parentsOf(lines);
		const matched = matchParents(parents, there?.members ?? [], how);

		for (const listed of parents) {
			const member = matched.get(listed);
			const shared = member ? undefined : ownerOf(listed);
			const personId = member?.id ?? shared ?? newId();
			const { name, email, phone, locale } = listed;
			if (!member) plan.members.push({ householdId, personId });
			if (!member && !shared) plan.people.push({ id: personId, name, email, phone, locale });
			const change = member && changeOf(member, listed, how);
			if (change) plan.changed.push(change);

			if (email)
				addresses.set(email, [...(addresses.get(email) ?? []), { personId, name, ours: true }]);
			const groups = plan.places.get(personId) ?? new Set<string>();
			plan.places.set(personId, groups.union(listed.groups));
			for (const line of listed.lines) plan.lines.set(line, { householdId, personId });
		}
	}
	return plan;
}

function changeOf(member: Known, listed: Facts, how: 'fill' | 'follow'): ChangedPerson | null {
	const isNew = (field: Field) =>
		listed[field] !== null &&
		listed[field] !== member[field] &&
		(member[field] === null || (how === 'follow' && !(field === 'name' && member.ownName)));
	const fields = FIELDS.filter((field) => isNew(field) && !(field === 'locale' && member.locale));
	if (fields.length === 0) return null;
	const { id, name, email, phone, locale } = member;
	const after = Object.fromEntries(fields.map((field) => [field, listed[field]]));
	return { id, name, email, phone, locale, ...after, fields };
}
