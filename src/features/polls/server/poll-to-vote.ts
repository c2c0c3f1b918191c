import { and, eq, sql } from 'drizzle-orm';
import { polls } from './schema.ts';
import type { Channel } from '#features/consultations/ground-rules.ts';
import { momentsFrom } from '#features/consultations/server/moments.ts';
import { consultations, groundRules } from '#features/consultations/server/schema.ts';
import { rightFrom } from '#features/electorate/server/queries.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { prepared } from '#kernel/server/prepared.ts';

const asChannels = (value: unknown) => JSON.parse(String(value)) as readonly Channel[];

const byAddress = prepared((db: Writer) =>
	db
		.select({
			id: polls.id,
			consultationId: polls.consultationId,
			method: polls.method,
			options: polls.options,
			settings: polls.settings,
			secrecy: polls.secrecy,
			channels: sql`${groundRules.rules} -> '$.channels'`.mapWith(asChannels),
			consultation: momentsFrom(db),
			rightId: rightFrom(db)
		})
		.from(polls)
		.innerJoin(consultations, eq(consultations.id, polls.consultationId))
		.innerJoin(groundRules, eq(groundRules.consultationId, consultations.id))
		.where(
			and(
				eq(consultations.scopeId, sql.placeholder('scopeId')),
				eq(consultations.slug, sql.placeholder('consultation')),
				eq(polls.slug, sql.placeholder('poll'))
			)
		)
		.prepare()
);

type Asked = {
	readonly scope: Scope;
	readonly consultation: string;
	readonly poll: string;
	readonly personId: string;
};

/**
 * A poll with what casting a ballot needs of its consultation, and the right of who casts it, if
 * they have one: in one query, since it is asked for each ballot.
 */
export async function getPollToVote(db: Writer, { scope, ...asked }: Asked) {
	const row = await byAddress(db).get({ scopeId: scope.id, ...asked });
	if (!row) throw new NotFound('not-found');
	return { ...row, scopeId: scope.id };
}
