import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { showReach } from './show-reach.ts';
import { issueCodes } from '#features/electorate/server/issue-codes.ts';
import { postContribution } from '#features/panels/server/post-contribution.ts';
import { markJoined } from '#features/people/server/mark-way-in.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { participationCodes } from '#features/electorate/server/schema.ts';
import { castBallot } from '#features/polls/server/cast-ballot.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Forbidden } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { aConsultation, type Consulted } from '#tests/support/consultation.ts';

/** A school of 40 families in two groups, all of whom have just got a letter with a code. */
async function aSchoolWithLetters() {
	const consulted = await aConsultation({ families: 40 });
	const { school, families } = consulted;
	await school.store.write(async (tx) => {
		for (const [n, name] of ['Groep 3', 'Groep 4'].entries()) {
			const id = newId();
			const path = `${school.scope.path}${id}/`;
			await tx.insert(scopes).values({ id, path, kind: 'group', slug: `groep-${String(n)}`, name });
			for (const [nth, { personId }] of families.entries())
				if (nth % 2 === n)
					await tx.insert(memberships).values({ scopeId: id, personId, role: 'parent' });
		}
		await tx.delete(participationCodes);
	});
	await issueCodes(await school.a('coordinator'), 'schooltijden');
	return consulted;
}

async function comeIn({ school, families }: Consulted, from: number, to: number) {
	for (const { personId, ctx } of families.slice(from, to))
		await school.store.write((tx) => markJoined(tx, personId, ctx.now));
}

async function vote({ families }: Consulted, from: number, to: number) {
	for (const { ctx } of families.slice(from, to)) {
		const form = new FormData();
		form.set('choice', 'a');
		await castBallot(ctx, 'schooltijden', 'schooltijden', form);
	}
}

test('parents are counted as invited, come in and active, and nobody twice', async () => {
	const consulted = await aSchoolWithLetters();
	const { school } = consulted;
	await comeIn(consulted, 0, 30);
	await vote(consulted, 0, 20);
	const coordinator = await school.a('coordinator');
	const { reach, parts, uninvited } = await showReach(coordinator);
	expect(reach).toMatchObject({ invited: 40, opened: 30, active: 20, missing: 12, day: 1 });
	expect(uninvited).toBe(0);
	expect(parts.map(({ names, invited, counts }) => ({ names, invited, counts }))).toEqual([
		{ names: ['Groep 3'], invited: 20, counts: { active: 10, opened: 5, invited: 5 } },
		{ names: ['Groep 4'], invited: 20, counts: { active: 10, opened: 5, invited: 5 } }
	]);
});

test('who writes in a panel is active too, and a first day stays the first', async () => {
	const consulted = await aSchoolWithLetters();
	const { school, families } = consulted;
	await comeIn(consulted, 0, 1);
	const { personId = '', ctx } = families[0] ?? {};
	if (!ctx) throw new Error('a family was to be there');
	await postContribution(ctx, 'schooltijden', 'gesprek', { body: 'Dat past ons.' });
	expect((await showReach(await school.a('coordinator'))).reach.active).toBe(1);

	await school.store.write((tx) => markJoined(tx, personId, new Date('2027-08-01T10:00:00Z')));
	const [person] = await school.store.read.select().from(people).where(eq(people.id, personId));
	expect(person).toMatchObject({ invitedOn: '2027-05-12', joinedOn: '2027-05-12' });
});

test('parents without a code, and those who are reached on paper only, are the next step', async () => {
	const consulted = await aSchoolWithLetters();
	const { school } = consulted;
	await comeIn(consulted, 0, 30);
	await vote(consulted, 0, 20);
	await school.a('parent');
	const reached = await showReach(await school.a('coordinator'));
	expect(reached).toMatchObject({ uninvited: 1, onPaper: 10 });
	expect(reached.behind.map(({ names }) => names.join())).toEqual(['Groep 3', 'Groep 4']);
});

test('a parent whose mail comes back is reached on paper, until there is another address', async () => {
	const consulted = await aSchoolWithLetters();
	const { school, families } = consulted;
	const personId = families[0]?.personId ?? '';
	const coordinator = await school.a('coordinator');
	const onPaperAfter = async (change: { email?: string; emailState?: 'bounced' }) => {
		await school.store.write((tx) => tx.update(people).set(change).where(eq(people.id, personId)));
		return (await showReach(coordinator)).onPaper;
	};
	expect(await onPaperAfter({ email: 'oud@example.org' })).toBe(39);
	expect(await onPaperAfter({ emailState: 'bounced' })).toBe(40);
	expect(await onPaperAfter({ email: 'nieuw@example.org' })).toBe(39);
});

test('what is shown names no parent, and a parent may not see it', async () => {
	const consulted = await aSchoolWithLetters();
	const { school, families } = consulted;
	const shown = JSON.stringify(await showReach(await school.a('council')));
	for (const { personId } of families) expect(shown).not.toContain(personId);
	expect(shown).not.toContain('Ouder 1');
	const [family] = families;
	if (!family) throw new Error('a family was to be there');
	await expect(showReach(family.ctx)).rejects.toThrow(Forbidden);
});
