import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { acceptances, houseRules } from './schema.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { inList, listOf, prepared } from '#kernel/server/prepared.ts';

const published = prepared((db: Reader) =>
	db
		.select({ rules: houseRules, path: scopes.path })
		.from(houseRules)
		.innerJoin(scopes, eq(scopes.id, houseRules.scopeId))
		.where(inList(houseRules.scopeId, 'scopes'))
		.orderBy(desc(houseRules.edition))
		.prepare()
);

/** The house rules that hold here: the latest edition of this scope, or of the nearest above it. */
export async function findHouseRules(db: Reader, scope: Scope) {
	const rows = await published(db).all({ scopes: listOf(ancestry(scope)) });
	const [nearest] = rows.toSorted((a, b) => b.path.length - a.path.length);
	return nearest?.rules;
}

/** An edition that holds here or did before, by its id. */
export async function findEdition(db: Reader, scope: Scope, id: string) {
	const [edition] = await db
		.select()
		.from(houseRules)
		.where(and(eq(houseRules.id, id), inArray(houseRules.scopeId, [...ancestry(scope)])));
	return edition;
}

const accepted = prepared((db: Reader) =>
	db
		.select({ at: acceptances.acceptedAt })
		.from(acceptances)
		.where(
			and(
				eq(acceptances.houseRulesId, sql.placeholder('houseRulesId')),
				eq(acceptances.personId, sql.placeholder('personId'))
			)
		)
		.prepare()
);

/** Whether a person accepted this edition. */
export async function hasAccepted(
	db: Reader,
	houseRulesId: string,
	personId: string
): Promise<boolean> {
	return (await accepted(db).get({ houseRulesId, personId })) !== undefined;
}
