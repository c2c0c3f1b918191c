import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { consultations } from '#features/consultations/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { inList, listOf, prepared } from '#kernel/server/prepared.ts';
import { evenings, eveningTables, handCounts, tableNotes } from './schema.ts';

export type EveningTable = { readonly number: number; readonly host: string };
export type Evening = typeof evenings.$inferSelect & { readonly tables: readonly EveningTable[] };
export type Note = typeof tableNotes.$inferSelect;
export type HandCount = typeof handCounts.$inferSelect;

const tablesIn = prepared((db: Reader) =>
	db
		.select()
		.from(eveningTables)
		.where(inList(eveningTables.eveningId, 'evenings'))
		.orderBy(asc(eveningTables.number))
		.prepare()
);

/** The tables of these evenings, by evening. */
async function tablesOf(db: Reader, eveningIds: string[]): Promise<Map<string, EveningTable[]>> {
	const rows = await tablesIn(db).all({ evenings: listOf(eveningIds) });
	const tables = new Map<string, EveningTable[]>(eveningIds.map((id) => [id, []]));
	for (const { eveningId, number, host } of rows) tables.get(eveningId)?.push({ number, host });
	return tables;
}

/** By the names in its address. */
export async function getEvening(
	db: Reader,
	scope: Scope,
	consultationSlug: string,
	eveningSlug: string
): Promise<Evening> {
	const [row] = await db
		.select({ evening: evenings })
		.from(evenings)
		.innerJoin(consultations, eq(consultations.id, evenings.consultationId))
		.where(
			and(
				eq(consultations.scopeId, scope.id),
				eq(consultations.slug, consultationSlug),
				eq(evenings.slug, eveningSlug)
			)
		);
	if (!row) throw new NotFound('not-found');
	const tables = await tablesOf(db, [row.evening.id]);
	return { ...row.evening, tables: tables.get(row.evening.id) ?? [] };
}

/** All of a consultation, the earliest first. */
export const listEvenings = (db: Reader, consultationId: string): Promise<Evening[]> =>
	eveningsOf(db, [consultationId]);

const ofConsultations = prepared((db: Reader) =>
	db
		.select()
		.from(evenings)
		.where(inList(evenings.consultationId, 'consultations'))
		.orderBy(asc(evenings.startsAt), asc(evenings.position))
		.prepare()
);

/** All of these consultations, the earliest first. */
export async function eveningsOf(db: Reader, consultationIds: string[]): Promise<Evening[]> {
	const rows = await ofConsultations(db).all({ consultations: listOf(consultationIds) });
	const tables = await tablesOf(
		db,
		rows.map(({ id }) => id)
	);
	return rows.map((row) => ({ ...row, tables: tables.get(row.id) ?? [] }));
}

/** The notes that stand, by number. */
export async function notesOf(db: Reader, eveningId: string): Promise<Note[]> {
	return db
		.select()
		.from(tableNotes)
		.where(and(eq(tableNotes.eveningId, eveningId), isNull(tableNotes.withdrawnAt)))
		.orderBy(asc(tableNotes.number));
}

/** A note by its number on the paper, also one that was withdrawn. */
export async function getNote(db: Reader, eveningId: string, number: number): Promise<Note> {
	const [note] = await db
		.select()
		.from(tableNotes)
		.where(and(eq(tableNotes.eveningId, eveningId), eq(tableNotes.number, number)));
	if (!note) throw new NotFound('not-found');
	return note;
}

/** The shows of hands, in the order in which they were entered. Indicative: no count uses them. */
export async function handCountsOf(db: Reader, eveningId: string): Promise<HandCount[]> {
	return db
		.select()
		.from(handCounts)
		.where(eq(handCounts.eveningId, eveningId))
		.orderBy(asc(handCounts.createdAt), asc(handCounts.id));
}

/** How many notes stand, per evening. */
export async function countNotes(db: Reader, eveningIds: string[]): Promise<Map<string, number>> {
	const rows = await db
		.select({ eveningId: tableNotes.eveningId, notes: count() })
		.from(tableNotes)
		.where(and(inArray(tableNotes.eveningId, eveningIds), isNull(tableNotes.withdrawnAt)))
		.groupBy(tableNotes.eveningId);
	return new Map(rows.map(({ eveningId, notes }) => [eveningId, notes]));
}

/** Of these evenings, those of which something was written down; a note that was withdrawn counts. */
export async function writtenDownIn(
	db: Reader,
	these: readonly Pick<Evening, 'id' | 'attendance'>[]
): Promise<Set<string>> {
	const ids = these.map(({ id }) => id);
	const noted = await db
		.selectDistinct({ id: tableNotes.eveningId })
		.from(tableNotes)
		.where(inArray(tableNotes.eveningId, ids));
	const raised = await db
		.selectDistinct({ id: handCounts.eveningId })
		.from(handCounts)
		.where(inArray(handCounts.eveningId, ids));
	const attended = these.filter(({ attendance }) => attendance !== null);
	return new Set([...noted, ...raised, ...attended].map(({ id }) => id));
}
