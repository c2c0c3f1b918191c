import { countInvited, countUninvited } from './queries.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { isUsable } from '#features/electorate/rules.ts';
import { toldNumber } from '#features/onboarding/roll-out.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/** How many parents can be mailed about a consultation, and were: never who. Null when it is not the time. */
export async function showMailing(ctx: Context, slug: string) {
	const { read, scope, now } = ctx;
	const consultation = await getConsultation(read, scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'parents.mail', consultation);
	if (!isUsable(consultation, now)) return null;
	const waiting = await countUninvited(read, scope, consultation);
	return {
		anybody: waiting > 0,
		/** Null: so few that it is not told. */
		waiting: toldNumber(waiting),
		mailed: toldNumber(await countInvited(read, consultation.id)),
		leavesAt: stageOf(consultation, now) === 'planned' ? consultation.opensAt : null
	};
}
