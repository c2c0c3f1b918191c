import { eq } from 'drizzle-orm';
import { parentInput } from '../input.ts';
import { findParent, type Parent } from './parents.ts';
import { getUnlocked, type Helpdesk } from './queries.ts';
import { stayUnlocked } from './stay-unlocked.ts';
import { isUsable } from '#features/electorate/rules.ts';
import { findHolders } from '#features/electorate/server/holders.ts';
import { listConsultations } from '#features/consultations/server/queries.ts';
import { people } from '#features/people/server/schema.ts';
import { isLocale, type Locale } from '#i18n/catalogue.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { authorize } from '#policy/authorize.ts';

/** What a helper confirms with a parent before they hand the tablet over. */
export type ParentAtDesk = Parent & {
	/** The language they read, where our pages have it. */
	readonly language: Locale;
	/** How the school writes to them; null when there is no address to choose. */
	readonly channel: 'email' | 'paper' | null;
	/** Where a code can be made for them. */
	readonly consultations: readonly { readonly slug: string; readonly title: string }[];
};

/**
 * A parent who was found. Whether there is an address is shown, the address is not; nor is whether
 * they took part.
 *
 * Input: `{ person }`, an id.
 */
export async function showParent(ctx: Context, token: string, input: unknown) {
	return ctx.write(async (tx) => {
		const helpdesk = await getUnlocked(tx, ctx, token);
		authorize(helpdesk.ctx, 'person.find', { scopeId: helpdesk.ctx.scope.id });
		await stayUnlocked(tx, ctx, helpdesk.row.id);
		const { person } = parse(parentInput, input);
		return describeParent(tx, helpdesk, person);
	});
}

/** A step of whatever shows the parent again. Throws Conflict for who cannot be helped here. */
export async function describeParent(
	db: Reader,
	{ ctx }: Helpdesk,
	personId: string
): Promise<ParentAtDesk> {
	const parent = await findParent(db, ctx, personId);
	if (!parent) throw new Conflict('helpdesk.not-them');
	const [kept] = await db
		.select({
			locale: people.locale,
			email: people.email,
			state: people.emailState,
			wantsPaper: people.wantsPaper
		})
		.from(people)
		.where(eq(people.id, personId));
	const canMail = Boolean(kept?.email) && kept?.state !== 'bounced';
	const locale = kept?.locale ?? undefined;
	return {
		...parent,
		language: isLocale(locale) ? locale : ctx.locale,
		channel: canMail ? (kept?.wantsPaper ? 'paper' : 'email') : null,
		consultations: await withRight(db, ctx, personId)
	};
}

/** The consultations of this school for which somebody has a right that can still be used. */
async function withRight(db: Reader, { scope, now }: Context, person: string) {
	const usable = (await listConsultations(db, scope)).filter((it) => isUsable(it, now));
	const held = await Promise.all(
		usable.map(async (it) => (await findHolders(db, scope, it, { person })).length > 0)
	);
	return usable.filter((_, n) => held[n]).map(({ slug, title }) => ({ slug, title }));
}
