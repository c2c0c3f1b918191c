import { expect, test } from 'vitest';
import type { Context, Role } from '#kernel/server/context.ts';
import { can } from './authorize.ts';
import { policy, type Permission } from './policy.ts';

const roles: Role[] = [
	'guest',
	'parent',
	'council',
	'staff',
	'moderator',
	'decider',
	'coordinator',
	'helper'
];
const scope = {
	id: 'school',
	path: '/home/school/',
	kind: 'school',
	slug: 'school',
	name: 'School'
} as const;

type Asker = Pick<Context, 'actor' | 'scope' | 'roles'>;
const as = (role: Role): Asker => ({
	actor: role === 'guest' ? { kind: 'guest' } : { kind: 'person', personId: 'me' },
	scope,
	roles: new Set(role === 'guest' ? [] : [role])
});
const mine = { scopeId: 'school', authorId: 'me', drafted: false, visibility: 'audience' } as const;

test('the whole table, for the reviewer of a change to read', () => {
	const table = Object.keys(policy).map((permission) => {
		const may = (role: Role) => can(as(role), permission as Permission, mine);
		return `${permission.padEnd(34)}${roles.map((role) => (may(role) ? role : '·').padEnd(13)).join('')}`.trimEnd();
	});
	expect(table.join('\n')).toMatchInlineSnapshot(`
		"scope.manage                      ·            ·            ·            ·            ·            ·            coordinator  ·
		person.invite                     ·            ·            ·            ·            ·            ·            coordinator  ·
		schools.create                    ·            ·            ·            ·            ·            ·            coordinator  ·
		body.appoint                      ·            ·            ·            ·            ·            ·            coordinator  ·
		household.add                     ·            ·            ·            ·            ·            ·            coordinator  ·
		person.find                       ·            ·            ·            ·            ·            ·            coordinator  helper
		access.decide                     ·            ·            ·            ·            ·            ·            coordinator  ·
		helpdesk.use                      ·            ·            ·            ·            ·            ·            coordinator  helper
		import.run                        ·            ·            ·            ·            ·            ·            coordinator  ·
		membership.decide                 ·            ·            ·            ·            ·            ·            coordinator  helper
		settings.copy                     ·            ·            ·            ·            ·            ·            coordinator  ·
		school-year.start                 ·            ·            ·            ·            ·            ·            coordinator  ·
		house-rules.publish               ·            ·            council      ·            ·            ·            coordinator  ·
		house-rules.accept                ·            parent       council      staff        moderator    decider      coordinator  ·
		consultation.read                 guest        parent       council      staff        moderator    decider      coordinator  helper
		consultation.draft                ·            ·            council      ·            ·            ·            coordinator  ·
		consultation.agree                ·            ·            council      ·            ·            ·            coordinator  ·
		consultation.open                 ·            ·            council      ·            ·            ·            coordinator  ·
		consultation.change               ·            ·            council      ·            ·            ·            coordinator  ·
		consultation.complete             ·            ·            council      ·            moderator    ·            coordinator  ·
		code.issue                        ·            ·            ·            ·            ·            ·            coordinator  ·
		code.replace                      ·            ·            ·            ·            ·            ·            coordinator  helper
		code.block                        ·            ·            ·            ·            ·            ·            coordinator  ·
		letter.print                      ·            ·            ·            ·            ·            ·            coordinator  ·
		parents.mail                      ·            ·            ·            ·            ·            ·            coordinator  ·
		reach.see                         ·            ·            council      ·            ·            ·            coordinator  ·
		roll-out.see                      ·            ·            ·            ·            ·            ·            coordinator  ·
		panel.open                        ·            ·            council      ·            ·            ·            coordinator  ·
		panel.read                        ·            parent       council      staff        moderator    decider      coordinator  ·
		contribution.post                 ·            parent       council      staff        moderator    decider      coordinator  ·
		contribution.edit                 ·            parent       council      staff        moderator    decider      coordinator  ·
		contribution.withdraw             ·            parent       council      staff        moderator    decider      coordinator  ·
		contribution.support              ·            parent       council      staff        moderator    decider      coordinator  ·
		contribution.enter                ·            ·            ·            ·            moderator    ·            ·            ·
		contribution.answer-officially    ·            ·            council      staff        ·            decider      ·            ·
		contribution.hide                 ·            ·            ·            ·            moderator    ·            ·            ·
		question.ask                      ·            parent       council      staff        moderator    decider      coordinator  ·
		question.answer                   ·            ·            ·            ·            moderator    ·            coordinator  ·
		poll.open                         ·            ·            council      ·            ·            ·            coordinator  ·
		poll.read                         guest        parent       council      staff        moderator    decider      coordinator  helper
		poll.vote                         ·            parent       council      staff        moderator    decider      coordinator  ·
		slip.enter                        ·            ·            council      ·            moderator    ·            ·            ·
		count.confirm                     ·            ·            council      ·            moderator    ·            ·            ·
		evening.plan                      ·            ·            council      ·            ·            ·            coordinator  ·
		evening.read                      guest        parent       council      staff        moderator    decider      coordinator  helper
		evening.record                    ·            ·            council      ·            moderator    ·            ·            ·
		theme.edit                        ·            ·            council      ·            moderator    ·            ·            ·
		report.read                       guest        parent       council      staff        moderator    decider      coordinator  helper
		report.bundle                     ·            ·            council      ·            moderator    ·            ·            ·
		report.publish                    ·            ·            council      ·            moderator    ·            ·            ·
		answer.give                       ·            ·            ·            ·            ·            decider      ·            ·
		desk.see                          ·            ·            council      ·            moderator    decider      coordinator  helper"
	`);
});

test('nothing is allowed on a thing of another scope', () => {
	for (const permission of Object.keys(policy) as Permission[]) {
		for (const role of roles) {
			expect(can(as(role), permission, { ...mine, scopeId: 'elsewhere' })).toBe(false);
		}
	}
});

test('only the author edits or withdraws a contribution', () => {
	const anothers = { scopeId: 'school', authorId: 'other' };
	expect(can(as('parent'), 'contribution.edit', anothers)).toBe(false);
	expect(can(as('moderator'), 'contribution.withdraw', anothers)).toBe(false);
	expect(can(as('parent'), 'contribution.edit', { ...anothers, authorId: null })).toBe(false);
});

test('a draft is not there for parents and guests', () => {
	const draft = { scopeId: 'school', drafted: true };
	expect(roles.filter((role) => can(as(role), 'consultation.read', draft))).toEqual([
		'council',
		'moderator',
		'coordinator'
	]);
});

test('a panel is for the people of the school, unless it was made public', () => {
	expect(can(as('guest'), 'panel.read', { scopeId: 'school', visibility: 'audience' })).toBe(false);
	expect(can(as('guest'), 'panel.read', { scopeId: 'school', visibility: 'public' })).toBe(true);
});

test('whoever counts slips or moderates has no way to a ballot', () => {
	expect(Object.keys(policy).filter((permission) => permission.startsWith('ballot'))).toEqual([]);
});
