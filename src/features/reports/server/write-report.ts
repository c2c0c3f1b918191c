import { reportDraft } from '../input.ts';
import { assertReportable } from '../rules.ts';
import { keepDraft } from './keep-draft.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** Saves what people write around the figures. Saving again replaces; figures are not in it. */
export async function writeReport(ctx: Context, slug: string, form: FormData): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'report.bundle', consultation);
		assertReportable(consultation, ctx.now);
		const words = parse(reportDraft, Object.fromEntries(form));
		await keepDraft(tx, ctx, consultation.id, words);
		await record(tx, ctx, 'report.bundled', { kind: 'consultation', id: consultation.id });
	});
}
