import type { ListedParent } from './household-list.ts';
import { newId } from '#kernel/ids.ts';

/** What is known already, as far as the list is about it. */
export type KnownHouseholds = {
	/** By the school's key. */
	readonly households: ReadonlyMap<string, { id: string; members: readonly Member[] }>;
	/** Who has an e-mail address, and whether that account is a parent of this school only. */
	readonly addresses: ReadonlyMap<string, { personId: string; ours: boolean }>;
};
type Member = { readonly id: string; readonly name: string | null; readonly email: string | null };

/** What must be written so that the database says what the list says. */
export type HouseholdPlan = {
	readonly households: readonly { id: string; key: string }[];
	readonly people: readonly Member[];
	/** A name or address that a parent did not have yet. */
	readonly filledIn: readonly Member[];
	readonly members: readonly { householdId: string; personId: string }[];
	/** Everybody on the list, once, with the ids of their groups; without one they are of the school. */
	readonly places: ReadonlyMap<string, ReadonlySet<string>>;
};

type Listed = Omit<Member, 'id'> & { readonly groups: Set<string> };

/** The parents of one household. Lines with one address, or without it one name, are one parent. */
function parentsOf(lines: readonly ListedParent[]): Listed[] {
	const found = new Map<string, Listed>();
	for (const { line, name, email, group } of lines) {
		const who = email ?? (name ? `name ${name.toLowerCase()}` : `line ${line}`);
		const parent = found.get(who) ?? { name, email, groups: new Set<string>() };
		if (group) parent.groups.add(group);
		found.set(who, parent);
	}
	// those with the most to know them by choose first
	const known = ({ name, email }: Listed) => (email ? 2 : 0) + (name ? 1 : 0);
	return [...found.values()].toSorted((a, b) => known(b) - known(a));
}

/** Which member of the household a line means: by address, by name, or one without either. */
function memberFor(listed: Listed, free: readonly Member[]): Member | undefined {
	const { name, email } = listed;
	if (!name && !email) return free[0];
	const sameName = (it: Member) => it.name?.toLowerCase() === name?.toLowerCase();
	return (
		free.find((it) => email !== null && it.email === email) ??
		free.find((it) => name !== null && sameName(it) && (!email || !it.email)) ??
		free.find((it) => it.name === null && it.email === null)
	);
}

/**
 * Compares a list, its groups given by id, with what is there. Of a list that was added before, nothing is left to do.
 *
 * An address that belongs to somebody who is more than a parent of this school stays theirs: the
 * parent then gets an account of its own without it, since their letter must not open the other.
 */
export function planHouseholds(
	list: readonly ListedParent[],
	known: KnownHouseholds
): HouseholdPlan {
	const plan = {
		households: [] as { id: string; key: string }[],
		people: [] as Member[],
		filledIn: [] as Member[],
		members: [] as { householdId: string; personId: string }[],
		places: new Map<string, Set<string>>()
	};
	const addresses = new Map(known.addresses);
	const byKey = Map.groupBy(list, ({ key }) => key);

	for (const [key, lines] of byKey) {
		const there = known.households.get(key);
		const householdId = there?.id ?? newId();
		if (!there) plan.households.push({ id: householdId, key });
		let free = there?.members ?? [];

		for (const listed of parentsOf(lines)) {
			const { name, email } = listed;
			const member = memberFor(listed, free);
			free = free.filter((it) => it !== member);
			const owner = email === null ? undefined : addresses.get(email);
			const shared = !member && owner?.ours ? owner.personId : undefined;
			const personId = member?.id ?? shared ?? newId();
			const ownEmail = owner ? null : email;
			if (ownEmail) addresses.set(ownEmail, { personId, ours: true });

			if (!member && !shared) plan.people.push({ id: personId, name, email: ownEmail });
			if (!member) plan.members.push({ householdId, personId });
			if (member && ((!member.name && name) || (!member.email && ownEmail)))
				plan.filledIn.push({
					id: personId,
					name: member.name ?? name,
					email: member.email ?? ownEmail
				});
			const groups = plan.places.get(personId) ?? new Set<string>();
			plan.places.set(personId, groups.union(listed.groups));
		}
	}
	return plan;
}
