import { and, eq } from 'drizzle-orm';
import { bounceInput, isSigned, mailIdIn } from '../bounce.ts';
import { mails } from './schema.ts';
import { addressSeal } from './send-due-mail.ts';
import { people } from '#features/people/server/schema.ts';
import { Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';

type Told = { readonly body: string; readonly signature: string | null };

/**
 * Takes word of a mail that came back. One that came back for good marks the address as one that does
 * not work, for everybody who has it, unless they have another by now; for the time being is no
 * reason to. Told again it does nothing, also when the address has worked since.
 */
export async function recordBounce(
	ctx: Pick<Context, 'write' | 'seal'>,
	key: string,
	{ body, signature }: Told
): Promise<void> {
	if (!key) throw new NotFound('not-found');
	if (!isSigned(key, body, signature)) throw new Forbidden('policy.no');
	const { messageId, kind } = parse(bounceInput, fromJson(body));
	if (kind === 'soft') return;
	await ctx.write(async (tx) => {
		const [mail] = await tx
			.update(mails)
			.set({ state: 'bounced' })
			.where(and(eq(mails.id, mailIdIn(messageId)), eq(mails.state, 'sent')))
			.returning({ personId: mails.personId, sentTo: mails.sentTo });
		if (!mail) return;
		const [person] = await tx
			.select({ email: people.email })
			.from(people)
			.where(eq(people.id, mail.personId));
		const address = person?.email;
		if (address && addressSeal(ctx.seal, address) === mail.sentTo)
			await tx.update(people).set({ emailState: 'bounced' }).where(eq(people.email, address));
	});
}

function fromJson(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		throw new Invalid('form.unreadable');
	}
}
