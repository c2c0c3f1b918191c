import { and, eq, isNotNull } from 'drizzle-orm';
import { panels } from '#i18n/nl/panels.ts';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';
import { renderMarkdown } from '#kernel/server/markdown.ts';
import { authorize } from '#policy/authorize.ts';
import { pseudonymsFor, withPseudonyms } from '../pseudonym.ts';
import { placeFor, type Placed } from '../thread.ts';
import { readThreadFile, type FileThread } from '../thread-file.ts';
import { getPanel } from './queries.ts';
import { raiseVersion } from './raise-version.ts';
import { contributions } from './schema.ts';

export type Size = {
	readonly records: number;
	readonly threads: number;
	/** The level of the deepest record: 1 is the top. */
	readonly deepest: number;
};

export type Imported = {
	/** What the file holds. */
	readonly file: Size;
	/** What of the file is in the panel afterwards. */
	readonly panel: Size;
	/** How many records this import added. */
	readonly added: number;
};

const ROWS_AT_ONCE = 100;

/** A record as it will be stored, but for where it hangs. */
type Taken = {
	readonly importId: string;
	/** The import id of what it answers. */
	readonly answers: string | null;
	readonly threadId: string;
	readonly title: string;
	readonly row: Omit<typeof contributions.$inferInsert, keyof Placed | 'panelId'>;
};

/**
 * Takes over the threads of a file into a panel, all of it or nothing. Times, languages and who
 * answers whom are kept; what lies deeper than three says what it answers. A top keeps the title of
 * its thread.
 *
 * Writers become pseudonyms, also where others mention them, and ids are sealed, since they hold
 * names: nothing of who they were is stored. A record that is there already is passed over, so
 * importing the same file again adds nothing.
 */
export async function importThread(
	ctx: Context,
	consultationSlug: string,
	panelSlug: string,
	input: unknown
): Promise<Imported> {
	// all of it before the transaction, which is kept short
	const threads = readThreadFile(input);
	const records = takenFrom(threads, ctx.seal);
	return ctx.write(async (tx) => {
		const panel = await getPanel(tx, ctx.scope, consultationSlug, panelSlug);
		authorize(ctx, 'contribution.enter', panel);

		const placed = await importedIn(tx, panel.id);
		const fresh = records.filter(({ importId }) => !placed.has(importId));
		const inserts = fresh.map(({ importId, answers, title, row }) => {
			const id = newId();
			const place = placeFor(id, answers === null ? null : (placed.get(answers) ?? null));
			placed.set(importId, { ...place, id });
			const heads = place.depth === 1 ? title : null;
			return { ...row, ...place, id, importId, panelId: panel.id, title: heads };
		});
		for (let from = 0; from < inserts.length; from += ROWS_AT_ONCE)
			await tx.insert(contributions).values(inserts.slice(from, from + ROWS_AT_ONCE));
		if (inserts.length > 0) {
			await raiseVersion(tx, panel.id);
			await record(tx, ctx, 'thread.imported', { kind: 'panel', id: panel.id });
		}

		const stored = await importedIn(tx, panel.id);
		const present = records.filter(({ importId }) => stored.has(importId));
		return {
			file: sizeOf(threads),
			panel: {
				records: present.length,
				threads: new Set(present.map(({ threadId }) => threadId)).size,
				deepest: deepest(present.map(({ importId }) => stored.get(importId)?.depth ?? 0))
			},
			added: inserts.length
		};
	});
}

const deepest = (levels: readonly number[]) =>
	levels.reduce((deep, level) => Math.max(deep, level), 0);

const sizeOf = (threads: readonly FileThread[]): Size => ({
	records: threads.reduce((sum, { comments }) => sum + comments.length, 0),
	threads: threads.filter(({ comments }) => comments.length > 0).length,
	deepest: deepest(threads.flatMap(({ comments }) => comments.map(({ depth }) => depth)))
});

function takenFrom(threads: readonly FileThread[], seal: Context['seal']): Taken[] {
	const writers = threads.flatMap(({ comments }) => comments.flatMap(({ author }) => author ?? []));
	const names = pseudonymsFor(writers, seal);
	const conceal = withPseudonyms(names);
	return threads.flatMap(({ id: threadId, title, lang, comments }) => {
		const sealed = (id: string) => seal(`import/${threadId}\n${id}`);
		return comments.map((it) => {
			const body = conceal(it.text);
			return {
				importId: sealed(it.id),
				answers: it.parent === null ? null : sealed(it.parent),
				threadId,
				title: conceal(title),
				row: {
					displayName: names.get(it.author ?? '') ?? panels.unknownWriter,
					namedAs: 'pseudonym',
					badge: 'parent',
					origin: 'online',
					body,
					html: renderMarkdown(body),
					language: lang,
					createdAt: it.created
				}
			};
		});
	});
}

/** What was imported into a panel before, by import id, with where it hangs. */
async function importedIn(db: Reader, panelId: string): Promise<Map<string, Placed>> {
	const found = await db
		.select({
			importId: contributions.importId,
			id: contributions.id,
			parentId: contributions.parentId,
			answersId: contributions.answersId,
			rootId: contributions.rootId,
			depth: contributions.depth
		})
		.from(contributions)
		.where(and(eq(contributions.panelId, panelId), isNotNull(contributions.importId)));
	return new Map(found.map(({ importId, ...placed }) => [importId ?? '', placed]));
}
