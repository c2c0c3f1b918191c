import { desc, eq, sql } from 'drizzle-orm';
import { citedRule } from '#features/house-rules/cited.ts';
import { findEdition, findHouseRules } from '#features/house-rules/server/queries.ts';
import { houseRules } from '#features/house-rules/server/schema.ts';
import { getContribution } from '#features/panels/server/queries.ts';
import { people } from '#features/people/server/schema.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { authorize } from '#policy/authorize.ts';
import { moderationDecisions } from './schema.ts';

/** Every decision about a contribution, the latest first. For moderators: it says who decided. */
export async function decisionsOn(db: Reader, contributionId: string) {
	const rows = await db
		.select({
			id: moderationDecisions.id,
			action: moderationDecisions.action,
			rule: moderationDecisions.rule,
			edition: { id: houseRules.id, rules: houseRules.rules },
			reason: moderationDecisions.reason,
			at: moderationDecisions.at,
			by: people.name
		})
		.from(moderationDecisions)
		.leftJoin(houseRules, eq(houseRules.id, moderationDecisions.edition))
		.leftJoin(people, eq(people.id, moderationDecisions.personId))
		.where(eq(moderationDecisions.contributionId, contributionId))
		.orderBy(desc(moderationDecisions.at), sql`${moderationDecisions}.rowid desc`);
	return rows.map(({ edition, ...decision }) => ({
		...decision,
		/** Those of the rule. */
		words: citedRule(edition, decision.rule).words
	}));
}

/**
 * A contribution on the desk of a moderator: its words, also when they are hidden, and what was
 * decided about it. Not who wrote it: a moderator knows the name that the writer shows.
 */
export async function showContribution(ctx: Context, id: string) {
	const contribution = await getContribution(ctx.read, ctx.scope, id);
	authorize(ctx, 'contribution.hide', contribution);
	const { panel, consultation } = contribution;
	const answersId = contribution.answersId ?? contribution.parentId;
	const answered =
		answersId === null ? null : await getContribution(ctx.read, ctx.scope, answersId);
	const inForce = await findHouseRules(ctx.read, ctx.scope);
	const hiddenBy = await findEdition(ctx.read, ctx.scope, contribution.hiddenEdition ?? '');

	const nameOf = (it: typeof contribution) => (it.namedAs === 'hidden' ? null : it.displayName);
	const { badge, badgeNote, official, stance, origin, sourceLabel, title } = contribution;
	const { html, language, translation, createdAt, editedAt } = contribution;
	const { hiddenAt, hiddenRule, hiddenReason, withdrawnAt, supportCount } = contribution;
	return {
		panel: { title: panel.title, slug: panel.slug },
		consultation: { title: consultation.title, slug: consultation.slug },
		contribution: {
			id,
			name: nameOf(contribution),
			...{ badge, badgeNote, official, stance, origin, sourceLabel, title },
			...{ html, language, translation, createdAt, editedAt, supportCount },
			withdrawn: withdrawnAt !== null,
			hidden: hiddenAt
				? { at: hiddenAt, ...citedRule(hiddenBy, hiddenRule), reason: hiddenReason ?? '' }
				: null
		},
		answered: answered && {
			name: nameOf(answered),
			badge: answered.badge,
			html: answered.hiddenAt ? null : answered.html,
			language: answered.language
		},
		houseRules: { edition: inForce?.id ?? '', rules: inForce?.rules ?? [] },
		decisions: await decisionsOn(ctx.read, id)
	};
}
