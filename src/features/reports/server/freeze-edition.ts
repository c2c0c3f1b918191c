import { count, eq } from 'drizzle-orm';
import { reportWords } from '../input.ts';
import { buildDocument } from './build-document.ts';
import { reportEditions, reports } from './schema.ts';
import { canonicalJson } from '#kernel/canonical.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';

/**
 * Freezes the next edition of a consultation's report: a step of publishing and of completing. The
 * document is made from the tables anew.
 */
export async function freezeEdition(
	tx: Writer,
	ctx: Context,
	consultationId: string,
	slug: string,
	changes: string
): Promise<void> {
	const [draft] = await tx.select().from(reports).where(eq(reports.consultationId, consultationId));
	if (!draft) throw new Conflict('report.no-words');
	const words = parse(reportWords, draft.words);
	const document = await buildDocument(tx, ctx.scope, slug, words);
	if (document.themes.length === 0) throw new Conflict('report.no-themes');
	const text = canonicalJson(document);
	const [earlier] = await tx
		.select({ editions: count() })
		.from(reportEditions)
		.where(eq(reportEditions.consultationId, consultationId));
	await tx.insert(reportEditions).values({
		consultationId,
		number: (earlier?.editions ?? 0) + 1,
		document: text,
		hash: sha256(text),
		changes,
		publishedAt: ctx.now,
		publishedBy: requirePerson(ctx)
	});
}
