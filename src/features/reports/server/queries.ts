import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { AnswerPart, ReportDocument } from '../document.ts';
import { dueOf, type Due } from '../due.ts';
import { answers, reportEditions, reports, type ReportDraft } from './schema.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { themes } from '#features/themes/server/schema.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { inList, listOf, prepared } from '#kernel/server/prepared.ts';
import { dayOf, type Day } from '#kernel/time.ts';

/** An answer as it stands today, with its promise. */
export type LiveAnswer = AnswerPart & {
	readonly doneOn: Day | null;
	readonly due: Due;
	readonly answeredAt: Date;
};

export type Edition = {
	readonly number: number;
	readonly hash: string;
	readonly changes: string;
	readonly publishedAt: Date;
};

const edition = {
	number: reportEditions.number,
	hash: reportEditions.hash,
	changes: reportEditions.changes,
	publishedAt: reportEditions.publishedAt
};

/** All editions of a report, the latest first; without the documents. */
export const listEditions = (db: Reader, consultationId: string): Promise<Edition[]> =>
	db
		.select(edition)
		.from(reportEditions)
		.where(eq(reportEditions.consultationId, consultationId))
		.orderBy(desc(reportEditions.number));

/** One edition with the bytes of its document; the latest when no number is asked for. */
export async function getEdition(
	db: Reader,
	consultationId: string,
	number?: number
): Promise<Edition & { readonly text: string; readonly document: ReportDocument }> {
	const of = eq(reportEditions.consultationId, consultationId);
	const [found] = await db
		.select({ ...edition, text: reportEditions.document })
		.from(reportEditions)
		.where(number === undefined ? of : and(of, eq(reportEditions.number, number)))
		.orderBy(desc(reportEditions.number))
		.limit(1);
	if (!found) throw new NotFound('not-found');
	return { ...found, document: JSON.parse(found.text) as ReportDocument };
}

/** The answers to the themes of a consultation, in the order of the themes. */
export async function answersOf(
	db: Reader,
	consultationId: string,
	today: Day
): Promise<LiveAnswer[]> {
	const rows = await db
		.select({ answer: answers, theme: themes.title })
		.from(answers)
		.innerJoin(themes, eq(themes.id, answers.themeId))
		.where(eq(answers.consultationId, consultationId))
		.orderBy(asc(themes.position));
	return rows.map(({ answer, theme }) => ({
		themeId: answer.themeId,
		theme,
		outcome: answer.outcome,
		reason: answer.reason,
		by: answer.by,
		dueOn: answer.dueOn,
		dueWords: answer.dueWords,
		doneOn: answer.doneOn,
		answeredOn: dayOf(answer.answeredAt),
		answeredAt: answer.answeredAt,
		due: dueOf(answer, today)
	}));
}

const NO_WORDS: ReportDraft = {
	outcome: '',
	meaning: '',
	minority: '',
	position: '',
	next: '',
	changes: ''
};

/** The words of a report in the making; empty while nobody wrote any. */
export async function wordsOf(db: Reader, consultationId: string): Promise<ReportDraft> {
	const [draft] = await db
		.select({ words: reports.words })
		.from(reports)
		.where(eq(reports.consultationId, consultationId));
	return { ...NO_WORDS, ...draft?.words };
}

/** The published reports of a scope and of those above and below that are asked for. */
export async function listReports(db: Reader, scope: Scope) {
	return db
		.select({
			slug: consultations.slug,
			title: consultations.title,
			question: consultations.question,
			reportedAt: consultations.reportedAt,
			completedAt: consultations.completedAt
		})
		.from(consultations)
		.where(and(eq(consultations.scopeId, scope.id), isNotNull(consultations.reportedAt)))
		.orderBy(desc(consultations.reportedAt));
}

/** The latest things parents asked for and what was done with them, for the home of these scopes. */
export const latestOutcomes = (db: Reader, scopeIds: readonly string[], limit = 4) =>
	outcomes(db).all({ scopes: listOf(scopeIds), limit });

const outcomes = prepared((db: Reader) =>
	db
		.select({
			themeId: themes.id,
			theme: themes.title,
			outcome: answers.outcome,
			reason: answers.reason,
			answeredAt: answers.answeredAt,
			consultation: consultations.title,
			slug: consultations.slug,
			place: scopes.slug
		})
		.from(answers)
		.innerJoin(themes, eq(themes.id, answers.themeId))
		.innerJoin(consultations, eq(consultations.id, answers.consultationId))
		.innerJoin(scopes, eq(scopes.id, consultations.scopeId))
		.where(inList(consultations.scopeId, 'scopes'))
		.orderBy(desc(answers.answeredAt), asc(themes.position))
		.limit(sql.placeholder('limit'))
		.prepare()
);
