import { eq } from 'drizzle-orm';
import { contactInput } from '../input.ts';
import { WEEKDAYS, type OfficeHours } from '../office-hours.ts';
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
		const given = parse(contactInput, input);
		const { name, phone, email, hours } = given;
		const opening: OfficeHours = Object.fromEntries(
			WEEKDAYS.filter((day) => given[`${day}-from`]).map((day) => [
				day,
				{ from: given[`${day}-from`], to: given[`${day}-to`] }
			])
		);
		const contact: Contact | null = name
			? {
					name,
					...(phone && { phone }),
					...(email && { email }),
					...(Object.keys(opening).length > 0 && { opening }),
					...(hours && { hours })
				}
			: null;
		await tx.update(scopes).set({ contact }).where(eq(scopes.id, ctx.scope.id));
		await record(tx, ctx, 'contact.changed', { kind: 'scope', id: ctx.scope.id });
	});
}
