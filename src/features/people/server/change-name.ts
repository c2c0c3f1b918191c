import { eq } from 'drizzle-orm';
import { nameInput } from '../input.ts';
import { people } from './schema.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';

/** Changes one's own name. What was said before keeps the name it was said under. */
export async function changeName(ctx: Context, input: unknown): Promise<void> {
	const personId = requirePerson(ctx);
	await ctx.write(async (tx) => {
		const { name } = parse(nameInput, input);
		await tx.update(people).set({ name, ownName: true }).where(eq(people.id, personId));
	});
}
