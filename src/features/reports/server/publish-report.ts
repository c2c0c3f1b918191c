import { eq } from 'drizzle-orm';
import { editionChanges } from '../input.ts';
import { assertReportable } from '../rules.ts';
import { freezeEdition } from './freeze-edition.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Publishes the report as it stands now: the document is made from the tables anew, frozen as an
 * edition and hashed. A later one says what changed; earlier ones stay readable.
 *
 * Refused as long as a compulsory text is missing, no theme was made, or the books do not agree.
 */
export async function publishReport(ctx: Context, slug: string, form: FormData): Promise<void> {
	requirePerson(ctx);
	await ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		authorize(ctx, 'report.publish', consultation);
		assertReportable(consultation, ctx.now);
		await freezeEdition(
			tx,
			ctx,
			consultation.id,
			slug,
			parse(editionChanges, form.get('changes') ?? '')
		);
		await tx
			.update(consultations)
			.set({ reportedAt: consultation.reportedAt ?? ctx.now })
			.where(eq(consultations.id, consultation.id));
		await record(tx, ctx, 'report.published', { kind: 'consultation', id: consultation.id });
	});
}
