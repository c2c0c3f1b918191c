import { count, eq } from 'drizzle-orm';
import { buildDocument } from './build-document.ts';
import { reportEditions, type ReportWords } from './schema.ts';
import { canonicalJson } from '#kernel/canonical.ts';
import { Conflict } from '#kernel/errors.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';

/**
 * Freezes the next edition of a consultation's report with these words: a step of publishing and of
 * completing. The document is made from the tables anew.
 */
export async function freezeEdition(
	tx: Writer,
	ctx: Context,
	consultation: { readonly id: string; readonly slug: string },
	{ words, changes }: { readonly words: ReportWords; readonly changes: string }
): Promise<void> {
	const document = await buildDocument(tx, ctx.scope, consultation.slug, words);
	if (document.themes.length === 0) throw new Conflict('report.no-themes');
	const text = canonicalJson(document);
	const [earlier] = await tx
		.select({ editions: count() })
		.from(reportEditions)
		.where(eq(reportEditions.consultationId, consultation.id));
	await tx.insert(reportEditions).values({
		consultationId: consultation.id,
		number: (earlier?.editions ?? 0) + 1,
		document: text,
		hash: sha256(text),
		changes,
		publishedAt: ctx.now,
		publishedBy: requirePerson(ctx)
	});
}
