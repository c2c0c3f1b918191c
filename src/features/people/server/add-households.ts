import { and, eq, inArray, like } from 'drizzle-orm';
import { householdsInput } from '../input.ts';
import type { ListIssue } from '../household-list.ts';
import type { HouseholdPlan } from '../household-plan.ts';
import { isBarred } from '../rules.ts';
import { prepareHouseholds } from './prepare-households.ts';
import { householdMembers, households, memberships, people } from './schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context, type Scope } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

const AT_ONCE = 200;
const MOST_ISSUES = 50;

/** How many came with it: households, and parents in those or in households that were there. */
export type AddedHouseholds = { readonly households: number; readonly parents: number };

/**
 * Adds the households of a school and the parents in them, from a pasted list or as a number of
 * households without names. With one wrong line nothing is added. What was added before, by key and
 * by address or name, is left as it is: the same list twice is the list once.
 */
export async function addHouseholds(ctx: Context, input: unknown): Promise<AddedHouseholds> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		authorize(ctx, 'household.add', { scopeId: ctx.scope.id });
		assertSchool(ctx.scope);
		const { plan, issues } = await prepareHouseholds(tx, ctx.scope, parse(householdsInput, input));
		if (issues.length > 0) throw new Invalid('household.lines', byLine(issues));

		await writePeople(tx, ctx.scope, plan);
		await writePlaces(tx, ctx.scope, plan.places);
		const added = { households: plan.households.length, parents: plan.members.length };
		if (added.parents > 0)
			await record(tx, ctx, 'households.added', { kind: 'scope', id: ctx.scope.id });
		return added;
	});
}

export type CheckedHouseholds = {
	readonly listed: AddedHouseholds;
	readonly added: AddedHouseholds;
	readonly issues: readonly ListIssue[];
};

/** What `addHouseholds` would add, and the lines that are wrong. Writes nothing. */
export async function checkHouseholds(ctx: Context, input: unknown): Promise<CheckedHouseholds> {
	requirePerson(ctx);
	authorize(ctx, 'household.add', { scopeId: ctx.scope.id });
	assertSchool(ctx.scope);
	const given = parse(householdsInput, input);
	const { plan, listed, issues } = await prepareHouseholds(ctx.read, ctx.scope, given);
	const added = { households: plan.households.length, parents: plan.members.length };
	return { listed, added, issues: issues.slice(0, MOST_ISSUES) };
}

function assertSchool({ kind }: Scope): void {
	if (kind !== 'school') throw new Conflict('household.only-at-school');
}

const byLine = (issues: readonly ListIssue[]) =>
	Object.fromEntries(
		issues.slice(0, MOST_ISSUES).map(({ line, reason }) => [`line-${line}`, reason])
	);

/** A few hundred at a time: a statement has a most of values. */
function* batches<Row>(rows: readonly Row[]): Generator<Row[]> {
	for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE);
}

async function writePeople(tx: Writer, { id: scopeId }: Scope, plan: HouseholdPlan): Promise<void> {
	for (const rows of batches(plan.households))
		await tx.insert(households).values(rows.map((it) => ({ ...it, scopeId })));
	for (const rows of batches(plan.people)) await tx.insert(people).values(rows);
	for (const rows of batches(plan.members)) await tx.insert(householdMembers).values(rows);
	for (const { id, name, email } of plan.changed)
		await tx.update(people).set({ name, email }).where(eq(people.id, id));
}

/**
 * Makes everybody on the list a parent of their groups, or of the school while no group is known. A
 * list lets nobody in who was blocked or has no access: that is lifted by hand, with a reason.
 */
async function writePlaces(
	tx: Writer,
	{ id: schoolId, path }: Scope,
	places: HouseholdPlan['places']
): Promise<void> {
	const parents = await tx
		.select({ personId: memberships.personId, status: memberships.status })
		.from(memberships)
		.innerJoin(scopes, eq(scopes.id, memberships.scopeId))
		.where(and(eq(memberships.role, 'parent'), like(scopes.path, `${path}%`)));
	const placed = new Set(parents.map(({ personId }) => personId));
	const barred = new Set(parents.filter(isBarred).map(({ personId }) => personId));
	const listed = [...places].filter(([personId]) => !barred.has(personId));
	const wanted = listed.flatMap(([personId, groups]) => {
		const whole = placed.has(personId) ? [] : [schoolId];
		const scopeIds = groups.size > 0 ? [...groups] : whole;
		return scopeIds.map((scopeId) => ({ personId, scopeId, role: 'parent' as const }));
	});
	for (const rows of batches(wanted))
		await tx.insert(memberships).values(rows).onConflictDoNothing();

	const grouped = listed.filter(([, groups]) => groups.size > 0).map(([personId]) => personId);
	for (const personIds of batches(grouped))
		await tx
			.delete(memberships)
			.where(
				and(
					eq(memberships.scopeId, schoolId),
					eq(memberships.role, 'parent'),
					inArray(memberships.personId, personIds)
				)
			);
}
