import { bodyInput } from '../input.ts';
import { bodies } from './schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** Adds a council or another body to this place: "MR De Merelmolen". Returns its id. */
export async function createBody(ctx: Context, input: unknown): Promise<string> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		authorize(ctx, 'scope.manage', { scopeId: ctx.scope.id });
		const body = { id: newId(), scopeId: ctx.scope.id, ...parse(bodyInput, input) };
		const made = await tx.insert(bodies).values(body).onConflictDoNothing();
		if (made.rowsAffected === 0) throw new Invalid('input.invalid', { name: 'field.name-taken' });
		await record(tx, ctx, 'body.created', { kind: 'body', id: body.id });
		return body.id;
	});
}
