import { likelyMoves } from '../school-year.ts';
import { findUndoable } from './undo-school-year.ts';
import { assertSchool, groupsOf, rowsOf } from './year-rows.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/** What the page of the school year shows: the groups, where their parents probably go, and the undo. */
export async function showSchoolYear(ctx: Context) {
	const { read, scope } = ctx;
	authorize(ctx, 'school-year.start', { scopeId: scope.id });
	assertSchool(scope);
	const groups = await groupsOf(read, scope);
	const rows = (await rowsOf(read, scope)).filter(({ status }) => status === 'active');
	const likely = likelyMoves(groups);
	const undoable = await findUndoable(read, ctx);
	return {
		here: { slug: scope.slug, name: scope.name },
		groups: groups.map(({ id, name }) => ({
			id,
			name,
			parents: rows.filter(({ scopeId }) => scopeId === id).length,
			likely: likely.get(id) ?? ''
		})),
		undo: undoable ? { at: undoable.at, until: undoable.undoUntil } : null
	};
}
