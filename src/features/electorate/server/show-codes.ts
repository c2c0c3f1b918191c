import { ne, and, eq } from 'drizzle-orm';
import { isUsable } from '../rules.ts';
import { holdersOf } from './holders.ts';
import { listLatecomers } from './latecomers.ts';
import { countCodes, countUnits } from './queries.ts';
import { participationCodes } from './schema.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

const MOST_FOUND = 25;

/**
 * What the page of the codes shows: how many there are, and who was looked for by name, household or
 * group. Never a code: those are shown once, when they are made.
 */
export async function showCodes(ctx: Context, slug: string, sought: string) {
	const { read, scope, now } = ctx;
	const consultation = await getConsultation(read, scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'code.issue', consultation);
	const { id, title, rules } = consultation;
	const usable = isUsable(consultation, now);
	const holders = await holdersOf(read, scope, consultation);
	const having = await read
		.select({ personId: participationCodes.personId })
		.from(participationCodes)
		.where(
			and(eq(participationCodes.consultationId, id), ne(participationCodes.status, 'replaced'))
		);
	const served = new Set(having.map(({ personId }) => personId));
	const wanted = sought.trim().toLowerCase();
	const found = wanted
		? holders.filter(({ name, householdKey, group }) =>
				[name, householdKey, group].some((it) => it?.toLowerCase().includes(wanted))
			)
		: [];

	return {
		consultation: { slug, title },
		stage: stageOf(consultation, now),
		unit: rules.unit,
		units: await countUnits(read, id),
		people: holders.length,
		without: holders.filter(({ personId }) => !served.has(personId)).length,
		codes: await countCodes(read, id),
		sought,
		found: found.slice(0, MOST_FOUND).map(({ personId, name, householdKey, group }) => ({
			personId,
			name,
			householdKey,
			group,
			hasCode: served.has(personId)
		})),
		more: Math.max(0, found.length - MOST_FOUND),
		latecomers: usable ? await listLatecomers(read, scope, consultation) : [],
		usable
	};
}
