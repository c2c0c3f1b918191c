import { and, asc, eq, sql } from 'drizzle-orm';
import type { Reader } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import type { Badge } from '../rules.ts';
import { contributions } from './schema.ts';

/** What somebody first spoke as in a panel, of what they did not withdraw; by writer, then panel. */
export const firstBadgeIn = (db: Reader) =>
	db
		.select({ badge: contributions.badge })
		.from(contributions)
		.where(
			and(
				eq(contributions.authorId, sql.placeholder('personId')),
				sql`+${contributions.panelId} = ${sql.placeholder('panelId')}`
			)
		)
		.orderBy(asc(contributions.createdAt), asc(contributions.id))
		.limit(1);

const asking = prepared((db: Reader) => firstBadgeIn(db).prepare());

export async function firstBadge(
	db: Reader,
	panelId: string,
	personId: string
): Promise<Badge | null> {
	const [first] = await asking(db).all({ panelId, personId });
	return first?.badge ?? null;
}
