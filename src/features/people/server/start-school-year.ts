import { and, eq, gt, isNull } from 'drizzle-orm';
import { changeOf, planYear, type YearPlan } from '../school-year.ts';
import { schoolYearMoves } from './schema.ts';
import { assertSchool, groupsOf, rowsOf, targetsFrom, writeChange } from './year-rows.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

const DAY = 24 * 3_600_000;
const UNDO_DAYS = 7;
/** A school year does not begin twice: a second press would move everybody on once more. */
const ONCE_IN_DAYS = 100;

/**
 * Begins a school year: the parents of each group go to the next one, and those of the last group
 * leave the school. All of it or nothing, and for a week it can be undone. Rights, ballots and codes of
 * consultations are not touched; who left gets no right in those that open later.
 *
 * Input: for each group, by its id, where its parents go: the id of a group, `stays` or `leaves`.
 */
export async function startSchoolYear(ctx: Context, input: unknown): Promise<void> {
	const actorId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { scope, now } = ctx;
		authorize(ctx, 'school-year.start', { scopeId: scope.id });
		requireFresh(ctx);
		assertSchool(scope);
		const since = new Date(now.getTime() - ONCE_IN_DAYS * DAY);
		const begun = and(
			eq(schoolYearMoves.scopeId, scope.id),
			isNull(schoolYearMoves.undoneAt),
			gt(schoolYearMoves.at, since)
		);
		if ((await tx.$count(schoolYearMoves, begun)) > 0) throw new Conflict('school-year.begun');
		const plan = await planFor(tx, ctx, input);
		if (plan.moves.length + plan.leavers.length === 0) throw new Conflict('school-year.nothing');

		await writeChange(tx, changeOf(plan));
		const id = newId();
		await tx.insert(schoolYearMoves).values({
			...{ id, scopeId: scope.id, plan, by: actorId, at: now },
			undoUntil: new Date(now.getTime() + UNDO_DAYS * DAY)
		});
		await record(tx, ctx, 'school-year.started', { kind: 'school-year', id });
	});
}

async function planFor(db: Reader, { scope }: Context, input: unknown): Promise<YearPlan> {
	const targets = targetsFrom(await groupsOf(db, scope), input);
	return planYear(await rowsOf(db, scope), targets);
}

/** What beginning it would do, by group: how many parents there are, and would be. Writes nothing. */
export async function checkSchoolYear(ctx: Context, input: unknown) {
	requirePerson(ctx);
	authorize(ctx, 'school-year.start', { scopeId: ctx.scope.id });
	assertSchool(ctx.scope);
	const groups = await groupsOf(ctx.read, ctx.scope);
	const rows = (await rowsOf(ctx.read, ctx.scope)).filter(({ status }) => status === 'active');
	const plan = await planFor(ctx.read, ctx, input);
	const { gone, come } = changeOf(plan);
	const active = ({ status }: { readonly status: string }) => status === 'active';
	const of = (id: string) => (row: { readonly scopeId: string }) => row.scopeId === id;
	return {
		leavers: new Set(plan.leavers.map(({ personId }) => personId)).size,
		moved: new Set(plan.moves.map(({ personId }) => personId)).size,
		groups: groups.map(({ id, name }) => {
			const before = rows.filter(of(id)).length;
			const after =
				before -
				gone.filter(active).filter(of(id)).length +
				come.filter(active).filter(of(id)).length;
			return { name, before, after };
		})
	};
}
