import { and, eq, max } from 'drizzle-orm';
import { stageOf } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';
import { panelInput } from '../input.ts';
import { panels } from './schema.ts';

/**
 * Adds a panel to a consultation, after those that are there; returns its id. It can be read and
 * written in when the consultation is open.
 */
export async function openPanel(
	ctx: Context,
	consultationSlug: string,
	input: unknown
): Promise<string> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'panel.open', consultation);
		const stage = stageOf(consultation, ctx.now);
		if (!['draft', 'planned', 'open'].includes(stage)) throw new Conflict('consultation.closed');
		const given = parse(panelInput, input);

		const { id: consultationId } = consultation;
		const [same] = await tx
			.select({ id: panels.id })
			.from(panels)
			.where(and(eq(panels.consultationId, consultationId), eq(panels.slug, given.slug)));
		if (same) throw new Invalid('input.invalid', { slug: 'field.slug-taken' });
		const [last] = await tx
			.select({ position: max(panels.position) })
			.from(panels)
			.where(eq(panels.consultationId, consultationId));
		const id = newId();
		await tx
			.insert(panels)
			.values({ ...given, id, consultationId, position: (last?.position ?? 0) + 1 });

		await record(tx, ctx, 'panel.opened', { kind: 'panel', id });
		return id;
	});
}
