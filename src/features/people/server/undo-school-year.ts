import { and, desc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { undoOf } from '../school-year.ts';
import { schoolYearMoves } from './schema.ts';
import { rowsOf, writeChange } from './year-rows.ts';
import { Conflict } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** The beginning of a school year that can still be undone. */
export async function findUndoable(db: Reader, { scope, now }: Context) {
	const [last] = await db
		.select()
		.from(schoolYearMoves)
		.where(and(eq(schoolYearMoves.scopeId, scope.id), isNull(schoolYearMoves.undoneAt)))
		.orderBy(desc(schoolYearMoves.at))
		.limit(1);
	return last?.plan && last.undoUntil > now ? { ...last, plan: last.plan } : undefined;
}

/** Puts every parent back in the group they came from, within a week. Conflict when it is too late. */
export async function undoSchoolYear(ctx: Context): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		authorize(ctx, 'school-year.start', { scopeId: ctx.scope.id });
		requireFresh(ctx);
		const last = await findUndoable(tx, ctx);
		if (!last) throw new Conflict('school-year.too-late');
		await writeChange(tx, undoOf(last.plan, await rowsOf(tx, ctx.scope)));
		await tx
			.update(schoolYearMoves)
			.set({ undoneAt: ctx.now, plan: null })
			.where(eq(schoolYearMoves.id, last.id));
		await record(tx, ctx, 'school-year.undone', { kind: 'school-year', id: last.id });
	});
}

/** Forgets who went where, once that cannot be undone any more. */
export async function forgetYearPlans(tx: Writer, now: Date): Promise<void> {
	await tx
		.update(schoolYearMoves)
		.set({ plan: null })
		.where(and(isNotNull(schoolYearMoves.plan), lte(schoolYearMoves.undoUntil, now)));
}
