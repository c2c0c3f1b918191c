import { and, eq, sql } from 'drizzle-orm';
import { polls } from './schema.ts';
import type { Channel } from '#features/consultations/ground-rules.ts';
import { momentsFrom } from '#features/consultations/server/moments.ts';
import { consultations, groundRules } from '#features/consultations/server/schema.ts';
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
			consultation: momentsFrom(db)
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

/** A poll with what casting a ballot needs of its consultation, in one query: asked for each one. */
export async function getPollToVote(db: Writer, scope: Scope, consultation: string, poll: string) {
	const row = await byAddress(db).get({ scopeId: scope.id, consultation, poll });
	if (!row) throw new NotFound('not-found');
	return { ...row, scopeId: scope.id };
}
