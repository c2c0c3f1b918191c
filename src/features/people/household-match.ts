import { fold } from '#features/scopes/fold.ts';
import type { ListedParent } from './household-list.ts';

/** A parent as the database has them. */
export type Known = {
	readonly id: string;
	readonly name: string | null;
	readonly email: string | null;
	readonly phone: string | null;
	readonly locale: string | null;
	/** They chose their name themselves, so no list changes it. */
	readonly ownName: boolean;
};

/** A parent of one household as the list has them, on one line or more. */
export type Listed = {
	name: string | null;
	email: string | null;
	phone: string | null;
	locale: string | null;
	readonly groups: Set<string>;
	readonly lines: number[];
};

/** Whether two names can be one person's: the same, or one is not known. */
export const sameName = (one: string | null, other: string | null): boolean =>
	one === null || other === null || fold(one) === fold(other);

const isNamed = (one: string | null, other: string | null) =>
	one !== null && other !== null && fold(one) === fold(other);

/**
 * The parents of one household. Lines with one name and one address are one parent, also where a
 * line lacks one of the two; two names with one address are two. Those with the most to know them by
 * come first, and the order of the lines makes no difference.
 */
export function parentsOf(lines: readonly ListedParent[]): Listed[] {
	const found: Listed[] = [];
	const weight = ({ name, email }: ListedParent) => (email ? 2 : 0) + (name ? 1 : 0);
	const text = ({ name, email }: ListedParent) =>
		`${email ?? ''} ${fold(name ?? '')} ${name ?? ''}`;
	const sorted = lines.toSorted(
		(a, b) => weight(b) - weight(a) || (text(a) < text(b) ? -1 : Number(text(a) > text(b)))
	);
	for (const { line, name, email, group, phone = null, locale = null } of sorted) {
		const alike = found.filter((it) => {
			if (name === null && email === null) return false;
			return email !== null
				? it.email === email && sameName(it.name, name)
				: isNamed(it.name, name);
		});
		// with two it could be, nobody can say which
		const parent = alike.length === 1 || (alike.length > 1 && name !== null) ? alike[0] : undefined;
		if (parent) {
			parent.phone ??= phone;
			parent.locale ??= locale;
			if (group) parent.groups.add(group);
			parent.lines.push(line);
		} else {
			const groups = new Set(group ? [group] : []);
			found.push({ name, email, phone, locale, groups, lines: [line] });
		}
	}
	return found;
}

type Rule = (listed: Listed, member: Known) => boolean;
const oneAddress: Rule = (a, b) => a.email !== null && a.email === b.email;
const isBlank = ({ name, email }: { name: string | null; email: string | null }) =>
	name === null && email === null;

/** From the surest to the least sure. */
const RULES: readonly Rule[] = [
	(a, b) => oneAddress(a, b) && isNamed(a.name, b.name),
	(a, b) => oneAddress(a, b) && sameName(a.name, b.name),
	(a, b) => isNamed(a.name, b.name) && (a.email === null || b.email === null)
];
const OTHER_ADDRESS: Rule = (a, b) => isNamed(a.name, b.name);

/** Which member of the household each parent of the list is; no member is two of them. */
export function matchParents(
	parents: readonly Listed[],
	members: readonly Known[],
	how: 'fill' | 'follow'
): ReadonlyMap<Listed, Known> {
	const matched = new Map<Listed, Known>();
	const open = () => parents.filter((it) => !matched.has(it));
	const free = () => {
		const taken = new Set(matched.values());
		return members.filter((it) => !taken.has(it)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
	};
	const apply = (rule: Rule) => {
		for (const listed of open()) {
			const member = free().find((it) => rule(listed, it));
			if (member) matched.set(listed, member);
		}
	};
	RULES.forEach(apply);
	if (how === 'follow') apply(OTHER_ADDRESS);
	for (const listed of open()) {
		// another name with the same address: the same parent, if nobody else can be meant
		const those = free().filter((it) => oneAddress(listed, it));
		const others = open().filter((it) => it.email === listed.email);
		if (those[0] && those.length === 1 && others.length === 1) matched.set(listed, those[0]);
	}
	apply((_, member) => isBlank(member));
	apply((listed) => isBlank(listed));
	return matched;
}
