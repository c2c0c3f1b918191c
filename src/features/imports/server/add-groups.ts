import { groupsInput } from '../groups.ts';
import { authorizeImport } from './at-school.ts';
import { insertGroup } from './insert-group.ts';
import { groupsOf } from '#features/people/server/prepare-households.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';

/** Makes the groups of a school from a list of names. Those that are there are left; answers how many are new. */
export async function addGroups(ctx: Context, input: unknown): Promise<number> {
	authorizeImport(ctx);
	return ctx.write(async (tx) => {
		const { names } = parse(groupsInput, input);
		const there = await groupsOf(tx, ctx.scope);
		const fresh = names.filter((name) => !there.has(name.toLowerCase()));
		for (const name of fresh) await insertGroup(tx, ctx.scope, name);
		if (fresh.length > 0)
			await record(tx, ctx, 'scope.created', { kind: 'scope', id: ctx.scope.id });
		return fresh.length;
	});
}
