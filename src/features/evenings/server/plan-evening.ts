import { eveningPlan } from '../input.ts';
import { assertPlannable, assertTimely } from '../rules.ts';
import { listEvenings } from './queries.ts';
import { evenings, eveningTables } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { type Context, requirePerson } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Announces a parent evening that begins between now and the closing. Without a slug its day becomes
 * the name in its address.
 *
 * Input: `{ title, slug?, day: '2027-05-20', startsAt: '19.30', endsAt: '21.00', place, details?,
 * hosts? }`; times are those of the school, `hosts` a line (or an item) per table.
 */
export async function planEvening(
	ctx: Context,
	consultationSlug: string,
	input: unknown
): Promise<{ id: string; slug: string }> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, consultationSlug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'evening.plan', consultation);
		assertPlannable(consultation, ctx.now);
		const { hosts, day, ...plan } = parse(eveningPlan, input);
		assertTimely(consultation, plan.startsAt, ctx.now);
		const slug = plan.slug || day;
		const others = await listEvenings(tx, consultation.id);
		if (others.some((it) => it.slug === slug))
			throw new Invalid('input.invalid', { slug: 'field.slug-taken' });

		const id = newId();
		await tx.insert(evenings).values({
			...plan,
			id,
			slug,
			consultationId: consultation.id,
			position: others.length + 1
		});
		if (hosts.length > 0) {
			await tx
				.insert(eveningTables)
				.values(hosts.map((host, place) => ({ eveningId: id, number: place + 1, host })));
		}
		await record(tx, ctx, 'evening.planned', { kind: 'evening', id });
		return { id, slug };
	});
}
