import type { Context, Role } from '#kernel/server/context.ts';

/** A thing lives in a scope. A row may ask for more than that. */
type Facts = { readonly scopeId: string };
type Asker = Pick<Context, 'actor' | 'roles'>;
type Row<F extends Facts> = {
	readonly who: readonly Role[];
	readonly when?: (facts: F, asker: Asker) => boolean;
};
const row = <F extends Facts = Facts>(who: readonly Role[], when?: Row<F>['when']): Row<F> =>
	when ? { who, when } : { who };

type Authored = Facts & { readonly authorId: string | null };
const isOwn = (it: Authored, { actor }: Asker) =>
	actor.kind === 'person' && actor.personId === it.authorId;

type Drafted = Facts & { readonly drafted: boolean };
type Visible = Facts & { readonly visibility: 'audience' | 'public' };

const everybody = ['guest'] as const;
const members = ['parent', 'council', 'staff', 'moderator', 'decider', 'coordinator'] as const;
const organisers = ['council', 'moderator', 'coordinator'] as const;

/**
 * Who may do what. This is the whole of it: no other file looks at a role.
 *
 * A row speaks of who someone is, and of their tie to the thing. Whether the thing allows it at
 * this moment (is the poll open? does this person have a right to vote?) is a rule of its feature,
 * not a permission. A role given higher in the tree counts below.
 */
export const policy = {
	'scope.manage': row(['coordinator']),
	'person.invite': row(['coordinator']),
	/** Many at once, each with somebody in charge. */
	'schools.create': row(['coordinator']),
	/** Who sits in a council or another body. */
	'body.appoint': row(['coordinator']),
	'household.add': row(['coordinator']),
	'person.find': row(['coordinator', 'helper']),
	/** Keeping somebody out, or letting them in again. */
	'access.decide': row(['coordinator']),
	/** Opening the helpdesk on a tablet, and helping parents there. */
	'helpdesk.use': row(['coordinator', 'helper']),
	'import.run': row(['coordinator']),
	/** Who asked to become a parent, and whether they do. */
	'membership.decide': row(['coordinator', 'helper']),
	'settings.copy': row(['coordinator']),
	'school-year.start': row(['coordinator']),
	'house-rules.publish': row(['coordinator', 'council']),
	'house-rules.accept': row(members),
	/** A draft is for those who make it; everything later is there for everybody. */
	'consultation.read': row<Drafted>(
		everybody,
		(it, { roles }) => !it.drafted || organisers.some((role) => roles.has(role))
	),
	'consultation.draft': row(['council', 'coordinator']),
	'consultation.agree': row(['council', 'coordinator']),
	'consultation.open': row(['council', 'coordinator']),
	'consultation.change': row(['council', 'coordinator']),
	'consultation.complete': row(['council', 'moderator', 'coordinator']),
	'code.issue': row(['coordinator']),
	'code.replace': row(['coordinator', 'helper']),
	'code.block': row(['coordinator']),
	'letter.print': row(['coordinator']),
	/** Telling parents by mail that a consultation is open. */
	'parents.mail': row(['coordinator']),
	/** How many parents were reached; never who. */
	'reach.see': row(['council', 'coordinator']),
	/** How far it is at each school. */
	'roll-out.see': row(['coordinator']),
	'panel.open': row(['council', 'coordinator']),
	'panel.read': row<Visible>(
		everybody,
		(it, { roles }) => it.visibility === 'public' || members.some((role) => roles.has(role))
	),
	'contribution.post': row(members),
	'contribution.edit': row<Authored>(members, isOwn),
	'contribution.withdraw': row<Authored>(members, isOwn),
	'contribution.support': row(members),
	'contribution.enter': row(['moderator']),
	'contribution.answer-officially': row(['staff', 'council', 'decider']),
	'contribution.hide': row(['moderator']),
	/** A question to the school, for whoever answers it and nobody else. */
	'question.ask': row(members),
	'question.answer': row(['moderator', 'coordinator']),
	'poll.open': row(['council', 'coordinator']),
	'poll.read': row(everybody),
	'poll.vote': row(members),
	'slip.enter': row(['moderator', 'council']),
	'count.confirm': row(['moderator', 'council']),
	'evening.plan': row(['council', 'coordinator']),
	'evening.read': row(everybody),
	'evening.record': row(['moderator', 'council']),
	'theme.edit': row(['moderator', 'council']),
	'report.read': row(everybody),
	'report.bundle': row(['moderator', 'council']),
	'report.publish': row(['moderator', 'council']),
	'answer.give': row(['decider']),
	'desk.see': row(['council', 'moderator', 'decider', 'coordinator', 'helper'])
};

export type Permission = keyof typeof policy;
export type FactsFor<P extends Permission> = (typeof policy)[P] extends Row<infer F> ? F : never;
