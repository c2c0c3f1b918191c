import { emptyFields } from '#features/consultations/draft.ts';
import { listBodies } from '#features/consultations/server/queries.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/** The form of a new consultation: what it begins with, and who can ask. */
export async function showNew(ctx: Context) {
	requirePerson(ctx);
	authorize(ctx, 'consultation.draft', { scopeId: ctx.scope.id });
	return {
		fields: emptyFields(ctx.now),
		bodies: await listBodies(ctx.read, ctx.scope),
		asker: ctx.scope.name
	};
}
