import { and, eq, isNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import type { Standpoint } from '../said.ts';
import { contributions, supports } from './schema.ts';

const marking = prepared((db: Reader) => {
	const [me, panel] = [sql.placeholder('personId'), sql.placeholder('panelId')];
	const supported = db
		.select({ id: supports.contributionId, as: sql<Standpoint>`'supporter'`.as('as') })
		.from(supports)
		.innerJoin(contributions, eq(contributions.id, supports.contributionId))
		.where(and(eq(supports.personId, me), eq(contributions.panelId, panel)));
	const written = db
		.select({ id: contributions.id, as: sql<Standpoint>`'writer'`.as('as') })
		.from(contributions)
		.where(
			and(
				eq(contributions.authorId, me),
				eq(contributions.panelId, panel),
				isNull(contributions.withdrawnAt)
			)
		);
	return unionAll(supported, written).prepare();
});

/** What a member is to the contributions of a panel: asked at every request, so in one query. */
export async function ownMarks(
	db: Reader,
	panelId: string,
	personId: string
): Promise<Map<string, Standpoint>> {
	const rows = await marking(db).all({ panelId, personId });
	return new Map(rows.map(({ id, as }) => [id, as]));
}
