import { and, eq, inArray } from 'drizzle-orm';
import { isUsable } from '../rules.ts';
import { countHolders, findHolders, type Holder } from './holders.ts';
import { listLatecomers } from './latecomers.ts';
import { countCodes, countUnits } from './queries.ts';
import { participationCodes } from './schema.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { withinPath } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Context, Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { authorize, can } from '#policy/authorize.ts';

/** How many people stand on a page. */
export const ON_A_PAGE = 25;

/**
 * What the page of the codes shows: how many there are, and a page of the people they are for, looked
 * for by name, household or group. Never a code: those are shown once, when they are made.
 *
 * Query: `q`, what is sought; `after`, the person after whom the page begins.
 */
export async function showCodes(ctx: Context, slug: string, query: URLSearchParams) {
	const { read, scope, now } = ctx;
	const consultation = await getConsultation(read, scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'code.issue', consultation);
	const { id, title, rules } = consultation;
	const usable = isUsable(consultation, now);
	const sought = (query.get('q') ?? '').trim().slice(0, 60);
	const after = query.get('after');
	const rows = await findHolders(read, scope, consultation, {
		sought,
		limit: ON_A_PAGE + 1,
		...(after === null ? {} : { after })
	});
	const page = rows.slice(0, ON_A_PAGE);
	const last = rows.length > ON_A_PAGE ? page.at(-1) : undefined;

	return {
		consultation: { slug, title },
		stage: stageOf(consultation, now),
		unit: rules.unit,
		units: await countUnits(read, id),
		...(await countHolders(read, scope, consultation)),
		codes: await countCodes(read, id),
		sought,
		first: after === null,
		found: await described(read, id, page),
		here: queryOf(sought, after),
		next: last ? queryOf(sought, last.personId) : null,
		places: usable ? await placesBelow(read, scope) : [],
		latecomers: usable ? await listLatecomers(read, scope, consultation) : [],
		usable,
		may: {
			replace: usable && can(ctx, 'code.replace', consultation),
			block: usable && can(ctx, 'code.block', consultation)
		}
	};
}

/** The groups of a school, or the schools of all above one: for whom letters can be made apart. */
const placesBelow = (db: Reader, { path, kind }: Scope) =>
	db
		.select({ slug: scopes.slug, name: scopes.name })
		.from(scopes)
		.where(and(withinPath(path), eq(scopes.kind, kind === 'school' ? 'group' : 'school')))
		.orderBy(scopes.name);

/** The words of an address that lead to a page of the list. */
const queryOf = (q: string, after: string | null): string =>
	String(new URLSearchParams({ ...(q && { q }), ...(after !== null && { after }) }));

export type FoundHolder = Omit<Holder, 'rightId' | 'locale'> & {
	/** The day on which their code was blocked, and why, when they have no other yet. */
	readonly block: { readonly day: string; readonly reason: string } | null;
};

async function described(
	db: Reader,
	consultationId: string,
	page: readonly Holder[]
): Promise<FoundHolder[]> {
	const ids = page.filter(({ code }) => code === 'blocked').map(({ personId }) => personId);
	const blocks = await db
		.select({
			personId: participationCodes.personId,
			day: participationCodes.blockedOn,
			reason: participationCodes.blockedReason
		})
		.from(participationCodes)
		.where(
			and(
				eq(participationCodes.consultationId, consultationId),
				inArray(participationCodes.personId, ids),
				eq(participationCodes.status, 'blocked')
			)
		)
		.orderBy(participationCodes.blockedOn);
	return page.map(({ personId, name, householdKey, group, code }) => {
		const block = blocks.findLast((it) => it.personId === personId);
		return {
			...{ personId, name, householdKey, group, code },
			block: block ? { day: block.day ?? '', reason: block.reason ?? '' } : null
		};
	});
}
