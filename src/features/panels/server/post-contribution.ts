import { and, eq, isNull, sql } from 'drizzle-orm';
import { assertOpen } from '#features/consultations/rules.ts';
import { recordAcceptance } from '#features/house-rules/server/accept-house-rules.ts';
import { findHouseRules, hasAccepted } from '#features/house-rules/server/queries.ts';
import { councilsOf } from '#features/people/server/bodies.ts';
import { Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';
import { renderMarkdown } from '#kernel/server/markdown.ts';
import { given, prepared } from '#kernel/server/prepared.ts';
import { countChange } from '#kernel/server/throttle.ts';
import { dayOf } from '#kernel/time.ts';
import { authorize } from '#policy/authorize.ts';
import { contributionInput, type ContributionInput } from '../input.ts';
import { assertReadable } from '../reading.ts';
import { badgesAfter, badgesOf, PACE, type Badge } from '../rules.ts';
import { placeFor } from '../thread.ts';
import { firstBadge } from './first-badge.ts';
import { getPanelToRead } from './panel-to-read.ts';
import { answeredIn } from './queries.ts';
import { raiseVersion } from './raise-version.ts';
import { contributions } from './schema.ts';
import { shownName, type ShownName } from './shown-name.ts';

const inserting = prepared((tx: Writer) =>
	tx
		.insert(contributions)
		.values({
			...given('id', 'panelId', 'parentId', 'answersId', 'rootId', 'depth'),
			...given('authorId', 'displayName', 'namedAs', 'badge', 'badgeNote', 'official'),
			...given('stance', 'body', 'html', 'language', 'createdAt'),
			origin: 'online'
		})
		.prepare()
);

/** How long the same words in the same place are one contribution that was sent twice. */
const TWICE_MS = 60_000;

const sameWords = prepared((tx: Writer) =>
	tx
		.select({ id: contributions.id })
		.from(contributions)
		.where(
			and(
				eq(contributions.authorId, sql.placeholder('authorId')),
				// the plus keeps SQLite from going through the whole panel instead of one writer's words
				sql`+${contributions.panelId} = ${sql.placeholder('panelId')}`,
				eq(contributions.body, sql.placeholder('body')),
				sql`${contributions.parentId} is ${sql.placeholder('parentId')}`,
				sql`${contributions.answersId} is ${sql.placeholder('answersId')}`,
				isNull(contributions.withdrawnAt),
				sql`+${contributions.createdAt} > ${sql.placeholder('since')}`
			)
		)
		.limit(1)
		.prepare()
);

/**
 * Says something in a panel, or answers somebody; returns the id of the contribution. Sent twice
 * within a minute it is said once.
 *
 * The first time, and after a new edition, the house rules must be accepted with it (`accept`).
 * What somebody first spoke as in a panel they speak as there from then on.
 * What answers a contribution at the deepest level hangs beside that one and says what it answers.
 */
export async function postContribution(
	ctx: Context,
	consultationSlug: string,
	panelSlug: string,
	input: unknown
): Promise<string> {
	const personId = requirePerson(ctx);
	return ctx.write(async (tx) => {
		const panel = await getPanelToRead(tx, ctx.scope, consultationSlug, panelSlug);
		assertReadable(ctx, panel);
		authorize(ctx, 'contribution.post', panel);
		await countChange(tx, ctx, `contribution/${personId}`, PACE);
		assertOpen(panel.consultation, ctx.now);
		const said = parse(contributionInput, input);
		if (said.official) authorize(ctx, 'contribution.answer-officially', panel);
		const badge = badgeFor(ctx, said, await firstBadge(tx, panel.id, personId));
		await agreeToHouseRules(tx, ctx, personId, said);
		const named = await shownName(tx, ctx, personId, { ...said, badge });
		const answered = await answeredIn(tx, panel.id, said.answers);

		const id = newId();
		const place = placeFor(id, answered);
		const since = new Date(ctx.now.getTime() - TWICE_MS);
		const { parentId, answersId } = place;
		const words = { authorId: personId, panelId: panel.id, body: said.body };
		const [sent] = await sameWords(tx).all({ ...words, parentId, answersId, since });
		if (sent) return sent.id;
		await inserting(tx).run({
			...place,
			...named,
			id,
			panelId: panel.id,
			authorId: personId,
			badge,
			badgeNote: said.note || (await noteOf(tx, ctx, personId, { ...named, badge })),
			official: said.official,
			stance: said.stance,
			body: said.body,
			html: renderMarkdown(said.body),
			language: said.language ?? ctx.locale,
			createdAt: ctx.now
		});
		await raiseVersion(tx, panel.id);
		await record(tx, ctx, 'contribution.posted', { kind: 'contribution', id });
		return id;
	});
}

function badgeFor(
	ctx: Context,
	{ badge, official }: ContributionInput,
	first: Badge | null
): Badge {
	const all = badgesOf(ctx.roles);
	const badges = badgesAfter(all, first);
	const chosen = badge ?? (official ? all.find((it) => it !== 'parent') : badges[0]);
	if (!chosen || !all.includes(chosen))
		throw new Invalid('input.invalid', { badge: 'field.choose' });
	if (!badges.includes(chosen))
		throw new Invalid('input.invalid', {
			badge: 'contribution.badge-locked'
		});
	return chosen;
}

/** Who speaks for a council under their own name speaks for the one in which they sit. */
async function noteOf(
	tx: Writer,
	{ scope, now }: Context,
	personId: string,
	{ badge, namedAs }: Pick<ShownName, 'namedAs'> & { readonly badge: Badge }
): Promise<string | null> {
	if (badge !== 'council' || namedAs !== 'own') return null;
	const councils = await councilsOf(tx, personId, scope, dayOf(now));
	return councils.join(', ') || null;
}

async function agreeToHouseRules(
	tx: Writer,
	ctx: Context,
	personId: string,
	{ accept }: ContributionInput
): Promise<void> {
	const rules = await findHouseRules(tx, ctx.scope);
	if (!rules || (await hasAccepted(tx, rules.id, personId))) return;
	if (!accept) throw new Invalid('house-rules.accept', { accept: 'house-rules.accept' });
	await recordAcceptance(tx, rules.id, personId, ctx.now);
}
