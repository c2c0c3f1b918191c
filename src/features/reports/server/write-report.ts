import { reportDraft } from '../input.ts';
import { assertReportable } from '../rules.ts';
import { reports } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** Saves what people write around the figures. Saving again replaces; figures are not in it. */
export async function writeReport(ctx: Context, slug: string, form: FormData): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		authorize(ctx, 'report.bundle', consultation);
		assertReportable(consultation, ctx.now);
		const words = parse(reportDraft, Object.fromEntries(form));
		const row = { words, updatedAt: ctx.now };
		await tx
			.insert(reports)
			.values({ consultationId: consultation.id, ...row })
			.onConflictDoUpdate({ target: reports.consultationId, set: row });
		await record(tx, ctx, 'report.bundled', { kind: 'consultation', id: consultation.id });
	});
}
