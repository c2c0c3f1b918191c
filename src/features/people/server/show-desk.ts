import { and, desc, eq, notInArray } from 'drizzle-orm';
import { people } from './schema.ts';
import type { Event } from '#i18n/reasons.ts';
import type { Context } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { authorize, can } from '#policy/authorize.ts';
import type { Permission } from '#policy/policy.ts';

const RECENT = 15;

/**
 * What anybody does with their own words. It is left out: the moment alone, laid beside a panel, says
 * who wrote what stands there without a name.
 */
const OF_WRITERS: Event[] = [
	'contribution.posted',
	'contribution.edited',
	'contribution.withdrawn'
];

/** What the desk of this place begins with: what this person may do here, and what happened. */
export async function showDesk(ctx: Context) {
	const { scope } = ctx;
	const here = { scopeId: scope.id };
	authorize(ctx, 'desk.see', here);
	const may = (permission: Exclude<Permission, Special>) => can(ctx, permission, here);
	const manage = may('scope.manage');
	return {
		here: { slug: scope.slug, name: scope.name },
		may: {
			draft: may('consultation.draft'),
			places: manage,
			people: may('person.invite'),
			imports: may('import.run') && scope.kind === 'school',
			year: may('school-year.start') && scope.kind === 'school',
			search: may('person.find'),
			helpdesk: may('helpdesk.use') && scope.kind === 'school',
			requests: may('membership.decide') && scope.kind === 'school',
			questions: may('question.answer'),
			houseRules: may('house-rules.publish'),
			reach: may('reach.see'),
			rollOut: may('roll-out.see') && (scope.kind === 'alliance' || scope.kind === 'board'),
			codes: may('code.issue'),
			slips: may('slip.enter'),
			count: may('count.confirm'),
			evenings: may('evening.plan') || may('evening.record'),
			themes: may('theme.edit'),
			report: may('report.bundle'),
			answers: may('answer.give') || may('consultation.complete')
		},
		events: manage ? await recentEvents(ctx) : null
	};
}

/** Those that ask for more facts than a place. */
type Special = 'consultation.read' | 'panel.read' | 'contribution.edit' | 'contribution.withdraw';

async function recentEvents({ read, scope }: Context) {
	const rows = await read
		.select({ seq: journal.seq, at: journal.at, what: journal.what, who: people.name })
		.from(journal)
		.leftJoin(people, eq(people.id, journal.actorId))
		.where(and(eq(journal.scopeId, scope.id), notInArray(journal.what, OF_WRITERS)))
		.orderBy(desc(journal.seq))
		.limit(RECENT);
	return rows.map((row) => ({ ...row, what: row.what as Event }));
}
