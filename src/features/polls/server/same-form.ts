import { and, eq, isNotNull } from 'drizzle-orm';
import { type Refusal, slipForms } from './schema.ts';
import { textIn } from '#kernel/form.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';

/** Whose form it is, and in which consultation. */
type Sender = { readonly consultationId: string; readonly personId: string };

/**
 * The seal of a form: what its page was given (`page`) with all that was typed, and for which poll.
 * The same only when that page is sent twice with nothing changed. Null without a page.
 */
export function sealOf(
	{ seal }: Pick<Context, 'seal'>,
	pollId: string,
	form: FormData
): string | null {
	if (textIn(form, 'page') === '') return null;
	const typed = [...form].map(([name, value]) => [name, typeof value === 'string' ? value : '']);
	return seal(JSON.stringify(['slip-form', pollId, typed]));
}

/** What became of the slip, when this is the form that they sent last. */
export async function sentBefore(
	tx: Writer,
	{ consultationId, personId }: Sender,
	seal: string
): Promise<{ readonly refusal: Refusal | null } | undefined> {
	const [last] = await tx
		.select({ refusal: slipForms.refusal })
		.from(slipForms)
		.where(
			and(
				eq(slipForms.consultationId, consultationId),
				eq(slipForms.personId, personId),
				eq(slipForms.seal, seal)
			)
		);
	return last;
}

/** Keeps which form they sent last, and why its slip was refused, if it was. */
export async function keepSent(
	tx: Writer,
	sender: Sender,
	seal: string,
	refusal: Refusal | null
): Promise<void> {
	await tx
		.insert(slipForms)
		.values({ ...sender, seal, refusal })
		.onConflictDoUpdate({
			target: [slipForms.consultationId, slipForms.personId],
			set: { seal, refusal }
		});
}

/** A slip of theirs was struck: should its form come again, it is entered anew. */
export async function forgetRefused(
	tx: Writer,
	{ consultationId, personId }: Sender
): Promise<void> {
	await tx
		.delete(slipForms)
		.where(
			and(
				eq(slipForms.consultationId, consultationId),
				eq(slipForms.personId, personId),
				isNotNull(slipForms.refusal)
			)
		);
}
