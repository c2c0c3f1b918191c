import { eq } from 'drizzle-orm';
import { reportEdition } from '../input.ts';
import { assertReportable } from '../rules.ts';
import { freezeEdition } from './freeze-edition.ts';
import { keepDraft } from './keep-draft.ts';
import { wordsOf } from './queries.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Publishes the report as it stands now: the document is made from the tables anew, frozen as an
 * edition and hashed. A later one says what changed; earlier ones stay readable. Words that the form
 * brings take the place of those that were saved, and are kept with the edition or not at all.
 *
 * Refused as long as a compulsory text is missing, no theme was made, or the books do not agree.
 */
export async function publishReport(ctx: Context, slug: string, form: FormData): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'report.bundle', consultation);
		authorize(ctx, 'report.publish', consultation);
		assertReportable(consultation, ctx.now);

		const { id, reportedAt } = consultation;
		const typed = { ...(await wordsOf(tx, id)), ...Object.fromEntries(form) };
		if (Object.values(typed).every((it) => it === '')) throw new Conflict('report.no-words');
		const { changes, ...words } = parse(reportEdition(reportedAt !== null), typed);

		await keepDraft(tx, ctx, id, { ...words, changes: '' });
		await freezeEdition(tx, ctx, { id, slug }, { words, changes });
		await tx
			.update(consultations)
			.set({ reportedAt: reportedAt ?? ctx.now })
			.where(eq(consultations.id, id));
		await record(tx, ctx, 'report.published', { kind: 'consultation', id });
	});
}
