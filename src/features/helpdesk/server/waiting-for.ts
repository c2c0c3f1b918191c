import { listRights } from '#features/electorate/server/list-rights.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { listPolls } from '#features/polls/server/queries.ts';
import { getScope } from '#features/scopes/server/queries.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

/**
 * Where a parent begins: at the poll when one is open to them, at the consultation when it asks more,
 * else at the list of their school. It does not depend on whether they answered.
 */
export async function waitingFor(
	db: Reader,
	{ scope, now }: Pick<Context, 'scope' | 'now'>,
	personId: string
): Promise<string> {
	const rights = await listRights(db, personId, now);
	const [only, ...others] = rights.filter(({ stage }) => stage === 'open');
	if (!only || others.length > 0) return `/${scope.slug}`;
	const [, place = '', , slug = ''] = only.href.split('/');
	const consultation = await getConsultation(db, await getScope(db, place), slug);
	const [poll, ...more] = await listPolls(db, consultation.id);
	return poll && more.length === 0 ? `${only.href}/polls/${poll.slug}` : only.href;
}
