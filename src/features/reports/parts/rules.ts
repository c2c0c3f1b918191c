import type { RulesPart } from '../document.ts';
import type { Consultation } from '#features/consultations/server/queries.ts';
import type { ruleChanges } from '#features/consultations/server/schema.ts';
import { dayOf } from '#kernel/time.ts';

/** The ground rules as they were frozen, and what was changed in the open since. */
export function rulesPart(
	{ rules, motive, agreedBy, agreedOn, fingerprint }: Consultation,
	changes: readonly (typeof ruleChanges.$inferSelect)[]
): RulesPart {
	const { level, unit, secrecy, channels, weight, fixed, open } = rules;
	return {
		motive,
		level,
		unit,
		secrecy,
		channels,
		weight,
		fixed,
		open,
		agreedBy: agreedBy ?? [],
		agreedOn: agreedOn ?? '',
		fingerprint: fingerprint ?? '',
		changes: changes
			.toSorted((a, b) => a.at.getTime() - b.at.getTime())
			.map(({ at, field, before, after, reason }) => ({
				on: dayOf(at),
				field,
				before,
				after,
				reason
			}))
	};
}
