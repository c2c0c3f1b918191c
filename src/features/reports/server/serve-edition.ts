import { eq } from 'drizzle-orm';
import type { Gone, ReportDocument, Source } from '../document.ts';
import { quotesIn, withoutGone } from '../gone.ts';
import { type Edition, getEdition } from './queries.ts';
import { tableNotes } from '#features/evenings/server/schema.ts';
import { citedRule } from '#features/house-rules/cited.ts';
import { houseRules } from '#features/house-rules/server/schema.ts';
import { contributions } from '#features/panels/server/schema.ts';
import { keyOf } from '#features/themes/source.ts';
import type { Reader } from '#kernel/server/db.ts';
import { inList, listOf, prepared } from '#kernel/server/prepared.ts';

/** An edition as it may be read today. */
export type ServedEdition = Edition & {
	/** Without the words that were hidden or withdrawn since it was frozen. */
	readonly document: ReportDocument;
	/** The very bytes that were hashed; null when they hold words that may not be read any more. */
	readonly bytes: string | null;
};

/**
 * One edition, the latest when no number is asked for. What it quotes and is hidden or withdrawn now
 * is left out; the frozen edition itself, and so its hash, stays as it was adopted.
 */
export async function serveEdition(
	db: Reader,
	consultationId: string,
	number?: number
): Promise<ServedEdition> {
	const { text, document, ...edition } = await getEdition(db, consultationId, number);
	const gone = await goneOf(
		db,
		quotesIn(document).map(({ source }) => source)
	);
	return {
		...edition,
		document: withoutGone(document, gone),
		bytes: gone.size === 0 ? text : null
	};
}

/** What of these is hidden or withdrawn, by `keyOf`; what is not there at all counts as withdrawn. */
async function goneOf(db: Reader, sources: readonly Source[]): Promise<ReadonlyMap<string, Gone>> {
	const ids = (kind: Source['kind']) =>
		listOf(sources.filter((it) => it.kind === kind).map(({ id }) => id));
	const said = await contributed(db).all({ ids: ids('contribution') });
	const noted = await notes(db).all({ ids: ids('note') });

	const gone = new Map<string, Gone>(sources.map((it) => [keyOf(it), { kind: 'withdrawn' }]));
	for (const { id, hiddenAt, hiddenRule, hiddenBy, withdrawnAt } of said) {
		const key = keyOf({ kind: 'contribution', id });
		if (withdrawnAt) continue;
		if (hiddenAt) {
			const { rule, words } = citedRule(hiddenBy, hiddenRule);
			gone.set(key, { kind: 'hidden', rule, words });
		} else gone.delete(key);
	}
	for (const { id, withdrawnAt } of noted) {
		if (!withdrawnAt) gone.delete(keyOf({ kind: 'note', id }));
	}
	return gone;
}

const contributed = prepared((db: Reader) =>
	db
		.select({
			id: contributions.id,
			hiddenAt: contributions.hiddenAt,
			hiddenRule: contributions.hiddenRule,
			hiddenBy: { id: houseRules.id, rules: houseRules.rules },
			withdrawnAt: contributions.withdrawnAt
		})
		.from(contributions)
		.leftJoin(houseRules, eq(houseRules.id, contributions.hiddenEdition))
		.where(inList(contributions.id, 'ids'))
		.prepare()
);

const notes = prepared((db: Reader) =>
	db
		.select({ id: tableNotes.id, withdrawnAt: tableNotes.withdrawnAt })
		.from(tableNotes)
		.where(inList(tableNotes.id, 'ids'))
		.prepare()
);
