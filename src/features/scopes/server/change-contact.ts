import { eq } from 'drizzle-orm';
import { contactInput } from '../input.ts';
import { scopes, type Contact } from './schema.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** Says whom people of this place can ask for help. All empty: the nearest above it is shown. */
export async function changeContact(ctx: Context, input: unknown): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		authorize(ctx, 'scope.manage', { scopeId: ctx.scope.id });
		const { name, phone, email, hours } = parse(contactInput, input);
		const contact: Contact | null = name
			? { name, ...(phone && { phone }), ...(email && { email }), ...(hours && { hours }) }
			: null;
		await tx.update(scopes).set({ contact }).where(eq(scopes.id, ctx.scope.id));
		await record(tx, ctx, 'contact.changed', { kind: 'scope', id: ctx.scope.id });
	});
}
