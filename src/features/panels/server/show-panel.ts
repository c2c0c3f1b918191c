import { stageOf } from '#features/consultations/rules.ts';
import { findHouseRules, hasAccepted } from '#features/house-rules/server/queries.ts';
import { findPerson } from '#features/people/server/queries.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { fragmentOf } from '#kernel/server/fragments.ts';
import { can } from '#policy/authorize.ts';
import { shortName } from '../name.ts';
import { assertReadable } from '../reading.ts';
import { badgesOf, ORIGINS, STANCES } from '../rules.ts';
import { focusFrom, queryOf, sieveFrom } from '../sieve.ts';
import { insertFor } from './insert.ts';
import { ownMarks } from './own-marks.ts';
import { getPanelToRead, type PanelToRead } from './panel-to-read.ts';
import { assemble, type Reading } from './render-thread.ts';
import { threadOf, type RenderedThread } from './thread-of.ts';

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
	const reading = await readingOf(ctx, panel, member);
	const insert = focus ? await insertFor(ctx, focus, { thread, reading, open }) : null;
	const [before, after] = assemble(thread.pieces, reading, insert?.id ?? null);

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
		counts: countedIn(thread),
		page: thread.page,
		pages: thread.of,
		thread: { before: fragmentOf(ctx, before), after: fragmentOf(ctx, after), insert },
		member,
		...(await writingOf(ctx, panel, member && open)),
		may: {
			post: member && open,
			enter: can(ctx, 'contribution.enter', panel) && (open || stage === 'closed')
		}
	};
}

async function readingOf(ctx: Context, panel: PanelToRead, member: boolean): Promise<Reading> {
	const personId = personOf(ctx);
	if (!member || personId === null) return { as: () => 'reader', moderates: false };
	const marks = await ownMarks(ctx.read, panel.id, personId);
	return {
		as: (id) => marks.get(id) ?? 'member',
		moderates: can(ctx, 'contribution.hide', panel)
	};
}

/** The house rules, and what somebody needs to know to write under a name. */
async function writingOf(ctx: Context, panel: PanelToRead, may: boolean) {
	const houseRules = await findHouseRules(ctx.read, ctx.scope);
	const rules = houseRules?.rules ?? [];
	const personId = personOf(ctx);
	if (!may || personId === null) return { rules, writer: null };
	const person = await findPerson(ctx.read, personId);
	return {
		rules,
		writer: {
			name: person?.name ? shortName(person.name) : null,
			badges: badgesOf(ctx.roles),
			official: can(ctx, 'contribution.answer-officially', panel),
			mustAccept:
				houseRules !== undefined && !(await hasAccepted(ctx.read, houseRules.id, personId))
		}
	};
}

function countedIn({ counts }: RenderedThread) {
	const sum = (of: typeof counts) => of.reduce((total, { n }) => total + n, 0);
	return {
		total: sum(counts),
		stances: STANCES.map((stance) => ({
			stance,
			n: sum(counts.filter((it) => it.stance === stance))
		})),
		origins: ORIGINS.map((origin) => ({
			origin,
			n: sum(counts.filter((it) => it.origin === origin))
		}))
	};
}
