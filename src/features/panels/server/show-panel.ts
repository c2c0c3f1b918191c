import { stageOf } from '#features/consultations/rules.ts';
import { findHouseRules } from '#features/house-rules/server/queries.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { fragmentOf } from '#kernel/server/fragments.ts';
import { can } from '#policy/authorize.ts';
import { addedUp } from '../counts.ts';
import { shortName } from '../name.ts';
import { assertReadable } from '../reading.ts';
import { badgesAfter, badgesOf } from '../rules.ts';
import { focusFrom, queryOf, sieveFrom } from '../sieve.ts';
import { insertFor } from './insert.ts';
import { ownPart, type OwnPart } from './own-part.ts';
import { getPanelToRead, type PanelToRead } from './panel-to-read.ts';
import type { Reading } from './render-thread.ts';
import { sieveForm } from './sieve-form.ts';
import { threadOf } from './thread-of.ts';

/**
 * A panel as this reader sees it: one page of its thread, and what they can do there. `query` is
 * that of the address: the sieve, and the contribution to show, answer or change.
 *
 * Reading leaves no trace: nothing is written, and nobody can see who read what.
 */
export async function showPanel(
	ctx: Context,
	consultationSlug: string,
	panelSlug: string,
	query: URLSearchParams
) {
	const panel = await getPanelToRead(ctx.read, ctx.scope, consultationSlug, panelSlug);
	assertReadable(ctx, panel);
	const stage = stageOf(panel.consultation, ctx.now);
	const open = stage === 'open';
	const member = can(ctx, 'contribution.post', panel);
	const sieve = sieveFrom(query);
	const focus = focusFrom(query);

	const thread = await threadOf(ctx, {
		panel,
		sieve,
		open,
		audience: member ? 'members' : 'guests',
		focus: focus?.id ?? null
	});
	const counts = addedUp(thread.counts);
	const houseRules = await findHouseRules(ctx.read, ctx.scope);
	const personId = member ? personOf(ctx) : null;
	const own =
		personId === null
			? null
			: await ownPart(ctx.read, {
					panelId: panel.id,
					personId,
					houseRulesId: houseRules?.id ?? ''
				});
	const reading = readingOf(ctx, panel, own);
	const insert = focus ? await insertFor(ctx, focus, { thread, reading, open }) : null;
	const [before, after] = thread.pieces.assemble(reading, insert?.id ?? null);

	const { id, slug, title, lead, visibility } = panel;
	const { opensAt, closesAt } = panel.consultation;
	return {
		panel: { id, slug, title, lead, visibility },
		consultation: {
			slug: panel.consultation.slug,
			title: panel.consultation.title,
			opensAt,
			closesAt,
			stage
		},
		sieve,
		/** The address of this view without what it points at. */
		query: queryOf(sieve, thread.page),
		counts,
		sieveForm: fragmentOf(ctx, [await sieveForm(ctx, panel, sieve, counts)]),
		page: thread.page,
		pages: thread.of,
		thread: { before: fragmentOf(ctx, before), after: fragmentOf(ctx, after), insert },
		member,
		rules: houseRules?.rules ?? [],
		writer: own && open ? writerOf(ctx, panel, own, houseRules !== undefined) : null,
		may: {
			post: member && open,
			enter: can(ctx, 'contribution.enter', panel) && (open || stage === 'closed')
		}
	};
}

function readingOf(ctx: Context, panel: PanelToRead, own: OwnPart | null): Reading {
	if (!own) return { as: () => 'reader', moderates: false };
	return {
		as: (id) => own.marks.get(id) ?? 'member',
		moderates: can(ctx, 'contribution.hide', panel)
	};
}

/** What somebody needs to know to write under a name. */
function writerOf(ctx: Context, panel: PanelToRead, own: OwnPart, areRules: boolean) {
	const all = badgesOf(ctx.roles);
	const badges = badgesAfter(all, own.first);
	return {
		draft: ctx.seal(`draft/${panel.id}/${personOf(ctx) ?? ''}`).slice(0, 16),
		name: own.name ? shortName(own.name) : null,
		badges,
		locked: all.length > badges.length,
		official:
			can(ctx, 'contribution.answer-officially', panel) && badges.some((it) => it !== 'parent'),
		mustAccept: areRules && !own.accepted
	};
}
