import { lateRights } from './queries.ts';
import { changesOf, type RuleChange } from '#features/consultations/server/queries.ts';
import type { Reader } from '#kernel/server/db.ts';
import { dayOf } from '#kernel/time.ts';

/** Rights that came later: on which day, why and how many; for whom is not said. */
type LateRights = {
	readonly kind: 'rights-added';
	readonly day: string;
	readonly reason: string;
	readonly n: number;
};

/**
 * All that changed in the open since the opening, the latest first: the closing, a text, and who can
 * take part.
 */
export async function listChanges(
	db: Reader,
	consultationId: string
): Promise<(RuleChange | LateRights)[]> {
	const changed = await changesOf(db, consultationId);
	const added = await lateRights(db, consultationId);
	const all = [...changed, ...added.map((it) => ({ ...it, kind: 'rights-added' as const }))];
	const day = (it: RuleChange | LateRights) => (it.kind === 'rights-added' ? it.day : dayOf(it.at));
	return all.toSorted((a, b) => day(b).localeCompare(day(a)));
}
