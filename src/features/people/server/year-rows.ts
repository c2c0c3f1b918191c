import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { schoolYearInput } from '../input.ts';
import { LEAVES, STAYS, type Change, type Row, type Target } from '../school-year.ts';
import { memberships } from './schema.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';

const inWords = new Intl.Collator('nl', { numeric: true });

/** The groups of a school, in the order in which people count. */
export async function groupsOf(db: Reader, { path }: Scope) {
	const groups = await db
		.select({ id: scopes.id, name: scopes.name })
		.from(scopes)
		.where(and(eq(scopes.kind, 'group'), withinPath(path)));
	return groups.toSorted((a, b) => inWords.compare(a.name, b.name));
}

/** Who is a parent of a group of this school, in whatever standing. */
export const rowsOf = (db: Reader, { path }: Scope): Promise<Row[]> =>
	db
		.select({
			scopeId: memberships.scopeId,
			personId: memberships.personId,
			status: memberships.status
		})
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(eq(memberships.role, 'parent'), eq(scopes.kind, 'group'), withinPath(path)))
		.orderBy(asc(memberships.scopeId), asc(memberships.personId));

/** What a form says of each group: a field by its id. One that it does not name stays. */
export function targetsFrom(
	groups: readonly { readonly id: string }[],
	form: unknown
): Map<string, Target> {
	const ids = new Set(groups.map(({ id }) => id));
	const typed = parse(schoolYearInput, form);
	const issues: Record<string, string> = {};
	const targets = [...ids].map((id): [string, Target] => {
		const target = typed[id] ?? STAYS;
		if (![STAYS, LEAVES].includes(target) && !ids.has(target)) issues[id] = 'field.choose';
		return [id, target];
	});
	if (Object.keys(issues).length > 0) throw new Invalid('input.invalid', issues);
	return new Map(targets);
}

export function assertSchool({ kind }: Scope): void {
	if (kind !== 'school') throw new Conflict('household.only-at-school');
}

const AT_ONCE = 200;

/** Takes rows away and puts others there, in this order: a row may be in both. */
export async function writeChange(tx: Writer, { gone, come }: Change): Promise<void> {
	const byGroup = Map.groupBy(gone, ({ scopeId }) => scopeId);
	for (const [scopeId, rows] of byGroup)
		for (let at = 0; at < rows.length; at += AT_ONCE) {
			const personIds = rows.slice(at, at + AT_ONCE).map(({ personId }) => personId);
			await tx
				.delete(memberships)
				.where(
					and(
						eq(memberships.scopeId, scopeId),
						eq(memberships.role, 'parent'),
						inArray(memberships.personId, personIds)
					)
				);
		}
	for (let at = 0; at < come.length; at += AT_ONCE) {
		const rows = come.slice(at, at + AT_ONCE).map((row) => ({ ...row, role: 'parent' as const }));
		// who once left a group and comes to it again is of it again
		await tx
			.insert(memberships)
			.values(rows)
			.onConflictDoUpdate({
				target: [memberships.scopeId, memberships.personId, memberships.role],
				set: { status: sql`excluded.status` },
				setWhere: eq(memberships.status, 'left')
			});
	}
}
