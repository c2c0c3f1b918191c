import { reports, type ReportDraft } from './schema.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';

/** Keeps the words of a report in the making: a step of saving and of publishing. */
export async function keepDraft(
	tx: Writer,
	{ now }: Pick<Context, 'now'>,
	consultationId: string,
	words: ReportDraft
): Promise<void> {
	const row = { words, updatedAt: now };
	await tx
		.insert(reports)
		.values({ consultationId, ...row })
		.onConflictDoUpdate({ target: reports.consultationId, set: row });
}
