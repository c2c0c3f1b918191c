import type { Sent } from './access.ts';
import { aConsultation } from './consultation.ts';
import { aScope, minutesLater, NOON } from './world.ts';
import { evenings, tableNotes } from '#features/evenings/server/schema.ts';
import { importRuns } from '#features/imports/server/schema.ts';
import { postContribution } from '#features/panels/server/post-contribution.ts';
import { rolesIn } from '#features/people/server/queries.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import { themes } from '#features/themes/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import { requirePerson, type Context, type Scope } from '#kernel/server/context.ts';

const PLACES = ['own', 'sibling', 'above', 'below'] as const;
type Where = (typeof PLACES)[number];

/** Somebody who has one role at one place of the tree, or a guest. */
export type Visitor = {
	readonly who: string;
	readonly where: Where | null;
	readonly ctx: Context;
};

export type AccessWorld = {
	readonly roles: readonly string[];
	readonly visitors: readonly Visitor[];
	/** What an address and a form name: things that are there and belong to somebody else. */
	readonly sent: Sent;
};

/** An open consultation at a school, and for every role somebody who has it here, beside, above and below. */
export async function anAccessWorld(): Promise<AccessWorld> {
	const { school, families, consultationId, eveningId } = await aConsultation({ families: 2 });
	const [author] = families;
	if (!author) throw new Error('somebody must have said something');
	const contribution = await postContribution(author.ctx, 'schooltijden', 'gesprek', {
		body: 'Elke dag dezelfde tijd.'
	});
	await school.store.write(async (tx) => {
		await tx.insert(importRuns).values({
			id: 'a-list',
			scopeId: school.scope.id,
			...{ state: 'ready', beganAt: NOON, heldUntil: NOON, lines: 1, makesGroups: false },
			columns: {}
		});
		await tx
			.insert(bodies)
			.values({ id: 'an-mr', scopeId: school.scope.id, kind: 'mr', name: 'MR De Vuurvogel' });
		await tx
			.insert(themes)
			.values({ id: 'een-thema', consultationId, title: 'Rust', summary: '', position: 1 });
		await tx.insert(tableNotes).values({
			...{ eveningId, number: 1, tableNumber: 1, body: 'Meer rust.', language: 'nl' },
			createdAt: minutesLater(0)
		});
		await tx.insert(evenings).values({
			consultationId,
			slug: 'tweede-avond',
			title: 'Nog een avond',
			startsAt: minutesLater(60 * 24 * 9),
			endsAt: minutesLater(60 * 24 * 9 + 90),
			place: 'Aula',
			details: '',
			position: 2
		});
	});
	const places = await placesAround(school.scope, school.store.write);
	const roles = memberships.role.enumValues;
	const visitors: Visitor[] = [];
	for (const where of PLACES)
		for (const role of roles) {
			const personId = newId();
			await school.store.write(async (tx) => {
				await tx.insert(people).values({ id: personId, name: `${role} ${where}` });
				await tx.insert(memberships).values({ scopeId: places[where].id, personId, role });
			});
			const here = await rolesIn(school.store.read, personId, school.scope);
			visitors.push({ who: `${role}, ${where}`, where, ctx: school.as(personId, here) });
		}
	visitors.push({ who: 'guest', where: null, ctx: school.guest() });

	const params = {
		scope: school.scope.slug,
		consultation: 'schooltijden',
		panel: 'gesprek',
		poll: 'schooltijden',
		evening: 'avond',
		token: 'a-token-that-nobody-has',
		person: requirePerson(author.ctx),
		run: 'a-list',
		body: 'an-mr',
		contribution
	};
	const [theme, evening] = ['een-thema', 'tweede-avond'];
	const linked = `${theme} contribution:${contribution}`;
	const form = {
		...{ contribution, support: contribution, poll: 'schooltijden', evening, theme },
		...{ number: '1', unlink: linked, quote: linked }
	};
	return { roles, visitors, sent: { params, form } };
}

async function placesAround(
	own: Scope,
	write: Context['write']
): Promise<Readonly<Record<Where, Scope>>> {
	const abovePath = own.path.slice(0, -own.id.length - 1);
	const aboveId = abovePath.split('/').filter(Boolean).at(-1) ?? '';
	const above: Scope = { ...own, id: aboveId, path: abovePath, kind: 'alliance' };
	const sibling = aScope('school', abovePath, 'ijsvogel', 'De IJsvogel');
	const below = aScope('group', own.path, 'vuurvogel-groep-3', 'Groep 3');
	await write((tx) => tx.insert(scopes).values([sibling, below]));
	return { own, sibling, above, below };
}
