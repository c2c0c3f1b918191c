import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { GroundRules } from '../ground-rules.ts';
import { bodies } from '#features/scopes/server/schema.ts';
import { Invalid, NotFound } from '#kernel/errors.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { inList, listOf, prepared } from '#kernel/server/prepared.ts';
import { consultations, groundRules, ruleChanges } from './schema.ts';

/** A consultation with its ground rules, and the period as it stands now. */
export type Consultation = typeof consultations.$inferSelect & {
	readonly rules: GroundRules;
	/** When the rules were frozen, and their fingerprint; null while drafting. */
	readonly frozenAt: Date | null;
	readonly fingerprint: string | null;
	readonly agreedBy: readonly string[] | null;
	readonly agreedOn: string | null;
	readonly opensAt: Date;
	/** The agreed closing, or the later one it was moved to. */
	readonly closesAt: Date;
};

/** The latest closing that it was moved to, if any. */
const moved = sql<string | null>`(select max(${ruleChanges.after}) from ${ruleChanges}
	where ${ruleChanges.consultationId} = ${consultations.id} and ${ruleChanges.kind} = 'closes-later')`;

const whole = (db: Reader) =>
	db
		.select({ consultation: consultations, ruled: groundRules, moved })
		.from(consultations)
		.innerJoin(groundRules, eq(groundRules.consultationId, consultations.id));

type Row = {
	readonly consultation: typeof consultations.$inferSelect;
	readonly ruled: typeof groundRules.$inferSelect;
	readonly moved: string | null;
};

function complete({ consultation, ruled, moved: later }: Row): Consultation {
	return {
		...consultation,
		rules: ruled.rules,
		frozenAt: ruled.frozenAt,
		fingerprint: ruled.frozenAt ? ruled.hash : null,
		agreedBy: ruled.agreedBy,
		agreedOn: ruled.agreedOn,
		opensAt: new Date(ruled.rules.opensAt),
		closesAt: new Date(later ?? ruled.rules.closesAt)
	};
}

const found = (rows: readonly Row[]): Consultation => {
	const [row] = rows;
	if (!row) throw new NotFound('not-found');
	return complete(row);
};

const inScope = eq(consultations.scopeId, sql.placeholder('scopeId'));
const bySlug = prepared((db: Reader) =>
	whole(db)
		.where(and(inScope, eq(consultations.slug, sql.placeholder('slug'))))
		.prepare()
);
const byId = prepared((db: Reader) =>
	whole(db)
		.where(and(inScope, eq(consultations.id, sql.placeholder('id'))))
		.prepare()
);

const inScopes = prepared((db: Reader) =>
	whole(db)
		.where(inList(consultations.scopeId, 'scopes'))
		.orderBy(desc(consultations.draftedAt))
		.prepare()
);

/** By the name in its address. */
export const getConsultation = async (
	db: Reader,
	scope: Scope,
	slug: string
): Promise<Consultation> => found(await bySlug(db).all({ scopeId: scope.id, slug }));

export async function findConsultationById(
	db: Reader,
	scope: Scope,
	id: string
): Promise<Consultation | undefined> {
	const [row] = await byId(db).all({ scopeId: scope.id, id });
	return row && complete(row);
}

/** By its id, for a thing that belongs to it; of this scope, or it is not there. */
export const getConsultationById = async (
	db: Reader,
	scope: Scope,
	id: string
): Promise<Consultation> => found(await byId(db).all({ scopeId: scope.id, id }));

/** All of a scope, the latest first. What a reader may not see is for the caller to leave out. */
export const listConsultations = (db: Reader, scope: Scope): Promise<Consultation[]> =>
	consultationsOf(db, [scope.id]);

/** All of these scopes, the latest first. What a reader may not see is for the caller to leave out. */
export async function consultationsOf(db: Reader, scopeIds: string[]): Promise<Consultation[]> {
	const rows = await inScopes(db).all({ scopes: listOf(scopeIds) });
	return rows.map(complete);
}

/** What was agreed to, as text; while drafting the text that the two names stand under, if any. */
export async function agreedText(
	db: Reader,
	consultationId: string
): Promise<{ text: string | null; hash: string | null; frozenAt: Date | null }> {
	const [row] = await db
		.select({ text: groundRules.text, hash: groundRules.hash, frozenAt: groundRules.frozenAt })
		.from(groundRules)
		.where(eq(groundRules.consultationId, consultationId));
	return row ?? { text: null, hash: null, frozenAt: null };
}

/** What changed in the open since the rules were frozen, the latest first. */
export const changesOf = (db: Reader, consultationId: string) =>
	db
		.select({
			kind: ruleChanges.kind,
			field: ruleChanges.field,
			before: ruleChanges.before,
			after: ruleChanges.after,
			reason: ruleChanges.reason,
			at: ruleChanges.at
		})
		.from(ruleChanges)
		.where(eq(ruleChanges.consultationId, consultationId))
		.orderBy(desc(ruleChanges.at), sql`${ruleChanges}.rowid desc`);
export type RuleChange = Awaited<ReturnType<typeof changesOf>>[number];

/** The councils and bodies of a scope that can ask, by name. */
export const listBodies = (db: Reader, scope: Scope) =>
	db
		.select({ id: bodies.id, name: bodies.name })
		.from(bodies)
		.where(eq(bodies.scopeId, scope.id))
		.orderBy(asc(bodies.name));

/** Who asks: the body of a consultation, or without one the scope itself. */
export async function askerOf(
	db: Reader,
	scope: Scope,
	{ bodyId }: Pick<Consultation, 'bodyId'>
): Promise<string> {
	if (bodyId === null) return scope.name;
	const [body] = await db
		.select({ name: bodies.name })
		.from(bodies)
		.where(and(eq(bodies.id, bodyId), eq(bodies.scopeId, scope.id)));
	return body?.name ?? scope.name;
}

/** Throws when this is no body of the scope; nothing chosen is fine while drafting. */
export async function assertOwnBody(db: Reader, scope: Scope, bodyId: string): Promise<void> {
	if (bodyId === '') return;
	const own = await listBodies(db, scope);
	if (!own.some(({ id }) => id === bodyId))
		throw new Invalid('input.invalid', { body: 'field.choose' });
}
