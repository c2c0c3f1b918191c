import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { acceptances } from '#features/house-rules/server/schema.ts';
import { people } from '#features/people/server/schema.ts';
import type { Reader } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';
import { BADGES, type Badge } from '../rules.ts';
import type { Standpoint } from '../said.ts';
import { firstBadgeIn } from './first-badge.ts';
import { contributions, supports } from './schema.ts';

/** What a member is in a panel. */
export type OwnPart = {
	/** Which contributions they wrote or support. */
	readonly marks: ReadonlyMap<string, Standpoint>;
	/** Their whole name, when they gave one. */
	readonly name: string | null;
	/** What they first spoke as there. */
	readonly first: Badge | null;
	/** Whether they accepted the house rules that hold. */
	readonly accepted: boolean;
};

type Kind = Extract<Standpoint, 'supporter' | 'writer'> | 'name' | 'badge' | 'accepted';

const asking = prepared((db: Reader) => {
	const me = sql.placeholder('personId');
	const panel = eq(contributions.panelId, sql.placeholder('panelId'));
	const supported = db
		.select({ kind: sql<Kind>`'supporter'`.as('kind'), value: supports.contributionId })
		.from(supports)
		.innerJoin(contributions, eq(contributions.id, supports.contributionId))
		.where(and(eq(supports.personId, me), panel));
	const written = db
		.select({ kind: sql<Kind>`'writer'`.as('kind'), value: contributions.id })
		.from(contributions)
		.where(and(eq(contributions.authorId, me), panel, isNull(contributions.withdrawnAt)));
	const named = db
		.select({ kind: sql<Kind>`'name'`.as('kind'), value: sql<string>`${people.name}` })
		.from(people)
		.where(and(eq(people.id, me), isNotNull(people.name)));
	const first = firstBadgeIn(db).as('first');
	const spoken = db
		.select({ kind: sql<Kind>`'badge'`.as('kind'), value: sql<string>`${first.badge}` })
		.from(first);
	const accepted = db
		.select({ kind: sql<Kind>`'accepted'`.as('kind'), value: acceptances.houseRulesId })
		.from(acceptances)
		.where(
			and(
				eq(acceptances.personId, me),
				eq(acceptances.houseRulesId, sql.placeholder('houseRulesId'))
			)
		);
	return unionAll(supported, written, named, spoken, accepted).prepare();
});

/** All that the page of a panel asks about one reader: at every request, so in one query. */
export async function ownPart(
	db: Reader,
	asked: { readonly panelId: string; readonly personId: string; readonly houseRulesId: string }
): Promise<OwnPart> {
	const rows = await asking(db).all(asked);
	const marks = rows.flatMap(({ kind: as, value }): [string, Standpoint][] =>
		as === 'supporter' || as === 'writer' ? [[value, as]] : []
	);
	return {
		marks: new Map(marks),
		name: rows.find((row) => row.kind === 'name')?.value ?? null,
		first:
			BADGES.find((badge) => rows.some((it) => it.kind === 'badge' && it.value === badge)) ?? null,
		accepted: rows.some((row) => row.kind === 'accepted')
	};
}
