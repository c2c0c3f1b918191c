import { Conflict } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/** Who may bring in a list of parents, and where: at a school. Answers who it is. */
export function authorizeImport(ctx: Context): string {
	const actorId = requirePerson(ctx);
	authorize(ctx, 'import.run', { scopeId: ctx.scope.id });
	if (ctx.scope.kind !== 'school') throw new Conflict('household.only-at-school');
	return actorId;
}
