import { and, desc, eq, inArray } from 'drizzle-orm';
import { acceptances, houseRules } from './schema.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

/** The house rules that hold here: the latest edition of this scope, or of the nearest above it. */
export async function findHouseRules(db: Reader, scope: Scope) {
	const rows = await db
		.select({ rules: houseRules, path: scopes.path })
		.from(houseRules)
		.innerJoin(scopes, eq(scopes.id, houseRules.scopeId))
		.where(inArray(houseRules.scopeId, ancestry(scope)))
		.orderBy(desc(houseRules.edition));
	const [nearest] = rows.toSorted((a, b) => b.path.length - a.path.length);
	return nearest?.rules;
}

/** Whether a person accepted this edition. */
export async function hasAccepted(
	db: Reader,
	houseRulesId: string,
	personId: string
): Promise<boolean> {
	const [row] = await db
		.select({ at: acceptances.acceptedAt })
		.from(acceptances)
		.where(and(eq(acceptances.houseRulesId, houseRulesId), eq(acceptances.personId, personId)));
	return row !== undefined;
}
