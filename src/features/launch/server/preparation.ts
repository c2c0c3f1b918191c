import { asc, eq } from 'drizzle-orm';
import { finalRules, type PollAsked } from '../final-rules.ts';
import type { Preparation } from '../guards.ts';
import type { GroundRules } from '#features/consultations/ground-rules.ts';
import { agreedText, type Consultation } from '#features/consultations/server/queries.ts';
import { eligibleUnits } from '#features/electorate/server/eligible.ts';
import { panels } from '#features/panels/server/schema.ts';
import { polls } from '#features/polls/server/schema.ts';
import { canonicalJson } from '#kernel/canonical.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';

/** The polls of a consultation as the rules will have them, in their order. */
export const askedPolls = (db: Reader, consultationId: string): Promise<PollAsked[]> =>
	db
		.select({
			slug: polls.slug,
			question: polls.question,
			method: polls.method,
			options: polls.options,
			settings: polls.settings
		})
		.from(polls)
		.where(eq(polls.consultationId, consultationId))
		.orderBy(asc(polls.position), asc(polls.slug));

/** The rules as they are now with their polls: the value, its canonical text and fingerprint. */
export async function rulesNow(
	db: Reader,
	{ id, rules }: Pick<Consultation, 'id' | 'rules'>
): Promise<{ rules: GroundRules; text: string; hash: string }> {
	const whole = finalRules(rules, await askedPolls(db, id));
	const text = canonicalJson(whole);
	return { rules: whole, text, hash: sha256(text) };
}

/** How far a draft is: what `missingFor` looks at. */
export async function preparationOf(
	db: Reader,
	scope: Scope,
	consultation: Consultation
): Promise<Preparation> {
	const { id, introduction, motive, facts, contact, agreedBy } = consultation;
	const { rules, hash } = await rulesNow(db, consultation);
	const agreed = await agreedText(db, id);
	const units = await eligibleUnits(db, scope, rules.unit);
	return {
		rules,
		introduction,
		motive,
		facts,
		contact,
		panels: await db.$count(panels, eq(panels.consultationId, id)),
		polls: rules.polls.length,
		units: units.length,
		agreed: agreedBy === null ? 'no' : agreed.hash === hash ? 'yes' : 'otherwise'
	};
}
