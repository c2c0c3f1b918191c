import { and, inArray } from 'drizzle-orm';
import { planSchools, type PlannedPlace, type Post } from '../school-plan.ts';
import type { SchoolIssue } from '../school-rows.ts';
import type { SchoolList } from './read-schools.ts';
import { isBarred } from '#features/people/rules.ts';
import { findStaff } from '#features/people/server/invite-person.ts';
import { memberships } from '#features/people/server/schema.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

/** Somebody of the list, whoever that is, and whether they come to be in charge with it. */
export type Appointment = Post & {
	/** Who works here already under this address. */
	readonly personId: string | undefined;
	readonly isNew: boolean;
};

export type Prepared = {
	readonly places: readonly PlannedPlace[];
	readonly appointments: readonly Appointment[];
	/** With the number of the column, from 1. */
	readonly issues: readonly (SchoolIssue & { readonly column: number })[];
};

/** Lays a list beside what there is, the people in it too. */
export async function prepareSchools(
	db: Reader,
	{ scope }: { readonly scope: Scope },
	{ rows, issues: unread, columns }: SchoolList
): Promise<Prepared> {
	const { places, posts, issues } = planSchools(rows, {
		here: scope,
		below: await boardsAndSchools(db, scope),
		slugs: (await db.select({ slug: scopes.slug }).from(scopes)).map(({ slug }) => slug)
	});
	const wrong: SchoolIssue[] = [...unread, ...issues];
	const staff = new Map<string, string>();
	for (const email of new Set(posts.map((it) => it.email))) {
		const known = await findStaff(db, email);
		if (known === 'parent') {
			for (const { row } of posts.filter((it) => it.email === email))
				wrong.push({ row, target: 'email', reason: 'person.email-of-parent' });
		} else if (known) staff.set(email, known.id);
	}
	const held = await heldIn(db, places, [...staff.values()]);
	const appointments = posts.map((post): Appointment => {
		const personId = staff.get(post.email);
		const here = held.filter((it) => it.scopeId === post.school.id && it.personId === personId);
		if (here.some(isBarred))
			wrong.push({ row: post.row, target: 'email', reason: 'access.barred' });
		const isActive = here.some((it) => it.role === 'coordinator' && it.status === 'active');
		return { ...post, personId, isNew: !isActive };
	});
	return {
		places,
		appointments,
		issues: wrong
			.map((it) => ({ ...it, column: (columns.get(it.target) ?? -1) + 1 }))
			.toSorted((a, b) => a.row - b.row || a.column - b.column)
	};
}

async function boardsAndSchools(db: Reader, { path }: Scope): Promise<PlannedPlace[]> {
	const rows = await db
		.select({
			...{ id: scopes.id, path: scopes.path, kind: scopes.kind },
			...{ slug: scopes.slug, name: scopes.name, town: scopes.place }
		})
		.from(scopes)
		.where(and(withinPath(path), inArray(scopes.kind, ['board', 'school'])));
	return rows
		.filter((row) => row.path !== path)
		.map((row) => ({ ...row, town: row.town ?? '', isNew: false }));
}

/** What these people are, or were, at the places that are there. */
async function heldIn(db: Reader, places: readonly PlannedPlace[], personIds: readonly string[]) {
	const there = places.filter(({ isNew }) => !isNew).map(({ id }) => id);
	if (there.length === 0 || personIds.length === 0) return [];
	return db
		.select({
			scopeId: memberships.scopeId,
			personId: memberships.personId,
			role: memberships.role,
			status: memberships.status
		})
		.from(memberships)
		.where(and(inArray(memberships.scopeId, there), inArray(memberships.personId, [...personIds])));
}
