import { and, eq, sql } from 'drizzle-orm';
import { consultations, groundRules, ruleChanges } from './schema.ts';
import type { Reader } from '#kernel/server/db.ts';

const asDate = (value: unknown) => new Date(String(value));

/**
 * The moments of a consultation as columns: for a query that joins it to its ground rules and does
 * not want the whole of either.
 */
export function momentsFrom(db: Reader) {
	// the agreed closing, or the latest one it was moved to
	const later = db
		.select({ after: sql`max(${ruleChanges.after})` })
		.from(ruleChanges)
		.where(
			and(eq(ruleChanges.consultationId, consultations.id), eq(ruleChanges.kind, 'closes-later'))
		);
	return {
		openedAt: consultations.openedAt,
		suspendedAt: consultations.suspendedAt,
		withdrawnAt: consultations.withdrawnAt,
		countedAt: consultations.countedAt,
		reportedAt: consultations.reportedAt,
		completedAt: consultations.completedAt,
		archivedAt: consultations.archivedAt,
		opensAt: sql`${groundRules.rules} ->> '$.opensAt'`.mapWith(asDate),
		closesAt: sql`coalesce(${later}, ${groundRules.rules} ->> '$.closesAt')`.mapWith(asDate)
	};
}
