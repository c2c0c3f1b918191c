import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { handOver } from './hand-over.ts';
import { openHelpdesk } from './open-helpdesk.ts';
import { replaceAtDesk } from './replace-at-desk.ts';
import { searchParents } from './search-parents.ts';
import { showParent } from './show-parent.ts';
import { unlockHelpdesk } from './unlock-helpdesk.ts';
import { isUnlocked } from './use-helpdesk.ts';
import { participationCodes } from '#features/electorate/server/schema.ts';
import { enterCode } from '#features/electorate/server/enter-code.ts';
import { replaceCode } from '#features/electorate/server/replace-code.ts';
import { findPerson } from '#features/people/server/queries.ts';
import { memberships, people, seats } from '#features/people/server/schema.ts';
import { castBallot } from '#features/polls/server/cast-ballot.ts';
import { polls } from '#features/polls/server/schema.ts';
import { bodies, scopes } from '#features/scopes/server/schema.ts';
import type { Standing } from '#features/people/rules.ts';
import { Conflict, Invalid, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { personOf } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { aConsultation } from '#tests/support/consultation.ts';
import { aScope } from '#tests/support/world.ts';

const PIN = '2580';
const POLL = '/vuurvogel/consultations/schooltijden/polls/schooltijden';

/** An unlocked helpdesk at a school with a consultation that is open. */
async function aHelpdesk(families = 2) {
	const consulted = await aConsultation({ families });
	const { school } = consulted;
	const helper = await school.a('helper');
	const token = await openHelpdesk(helper, '', { pin: PIN });
	const tablet = school.guest();
	const unlock = () => unlockHelpdesk(tablet, token, { pin: PIN });
	await unlock();
	const group = aScope('group', school.scope.path, 'vuurvogel-groep-3', 'Groep 3');
	await school.store.write((tx) => tx.insert(scopes).values(group));
	/** Somebody of the group with this name, what they are there, and how the school reaches them. */
	const add = async (name: string, more: { role?: 'parent' | 'staff'; status?: Standing } = {}) => {
		const personId = newId();
		await school.store.write(async (tx) => {
			await tx
				.insert(people)
				.values({ id: personId, name, email: `${personId}@example.org`, phone: '06-0000 0000' });
			await tx.insert(memberships).values({ scopeId: group.id, personId, role: 'parent', ...more });
		});
		return personId;
	};
	const find = async (name: string) => (await searchParents(tablet, token, { name })).found;
	const namesOf = async (name: string) => (await find(name)).map((it) => it.name);
	const first = consulted.families[0];
	if (!first) throw new Error('there must be a family');
	return { ...consulted, helper, token, tablet, unlock, group, add, find, namesOf, first };
}

test('a parent is found by a part of their name, in any spelling; shown are name and group', async () => {
	const { add, find, namesOf } = await aHelpdesk();
	const id = await add('Şefik Çelik');
	await add('Nguyễn Thị Hồng');
	await add('أحمد الخطيب');
	await add('Zoë van ’t Hof');
	expect(await find('celik')).toEqual([{ id, name: 'Şefik Çelik', groups: 'Groep 3' }]);
	expect(await namesOf('SEFIK c')).toEqual(['Şefik Çelik']);
	expect(await namesOf('hong nguyen')).toEqual(['Nguyễn Thị Hồng']);
	expect(await namesOf('احمد')).toEqual(['أحمد الخطيب']);
	expect(await namesOf("'t hof")).toEqual(['Zoë van ’t Hof']);
	expect(await namesOf('niemand')).toEqual([]);
	expect(await namesOf('%%')).toEqual([]);
	expect(await namesOf('**')).toEqual([]);
});

test('two of one name are two, each with their own; of a long list the first ten are shown', async () => {
	const { add, find, tablet, token } = await aHelpdesk();
	const both = [await add('Fatima Amrani'), await add('Fatima Amrani')];
	expect((await find('fatima')).map(({ id }) => id).toSorted()).toEqual(both.toSorted());
	for (let n = 0; n < 12; n++) await add(`Jansen ${String(n)}`);
	const { found, more } = await searchParents(tablet, token, { name: 'jansen' });
	expect([found.length, more]).toEqual([10, true]);
	await expect(searchParents(tablet, token, { name: 'j' })).rejects.toThrow(Invalid);
});

test('who left, was blocked, has no access, works here or is of another school is not found, nor handed to', async () => {
	const { school, add, namesOf, tablet, token } = await aHelpdesk();
	const elsewhere = await school.anotherSchool();
	const stranger = personOf(await elsewhere.a('parent')) ?? '';
	const staff = await add('Iemand die ook werkt');
	await school.store.write((tx) =>
		tx
			.insert(memberships)
			.values({ scopeId: elsewhere.scope.id, personId: staff, role: 'moderator' })
	);
	const gone = [
		await add('Iemand die vertrok', { status: 'left' }),
		await add('Iemand met een blokkade', { status: 'blocked' }),
		await add('Iemand zonder toegang', { status: 'no-access' }),
		await add('Iemand van het team', { role: 'staff' }),
		...[staff, stranger, personOf(await school.a('coordinator')) ?? '', 'nobody']
	];
	expect(await namesOf('iemand')).toEqual([]);
	for (const person of gone) {
		const input = { person, language: 'nl', consultation: 'schooltijden' };
		for (const deed of [showParent, handOver, replaceAtDesk])
			await expect(deed(tablet, token, input)).rejects.toThrow('helpdesk.not-them');
	}
});

test('who sits in a council, or will, is not found; after the term they are a parent as all others', async () => {
	const { school, add, namesOf, helper, tablet, token, first } = await aHelpdesk();
	const bodyId = newId();
	const body = { id: bodyId, scopeId: school.scope.id, kind: 'mr', name: 'MR' } as const;
	const seat = (personId: string, fromOn: string, untilOn: string | null) =>
		school.store.write((tx) =>
			tx.insert(seats).values({ bodyId, personId, section: 'parents', fromOn, untilOn })
		);
	await school.store.write((tx) => tx.insert(bodies).values(body));
	await seat(await add('Iemand van nu'), '2027-05-01', null);
	await seat(await add('Iemand van straks'), '2027-06-01', '2027-12-31');
	await seat(await add('Iemand van toen'), '2027-05-01', '2027-05-11');
	expect(await namesOf('iemand van')).toEqual(['Iemand van toen']);
	await seat(first.personId, '2027-05-12', '2027-05-12');
	const input = { person: first.personId, consultation: 'schooltijden' };
	await expect(replaceAtDesk(tablet, token, input)).rejects.toThrow('helpdesk.not-them');
	await expect(replaceCode(helper, 'schooltijden', input)).rejects.toThrow('person.own-way');
});

test('a helper confirms without seeing an address, a number, or whether somebody voted', async () => {
	const { school, add, first, tablet, token } = await aHelpdesk();
	const id = await add('Olena Koval');
	const shown = await showParent(tablet, token, { person: id });
	expect(shown).toEqual({
		...{ id, name: 'Olena Koval', groups: 'Groep 3' },
		...{ language: 'nl', channel: 'email', consultations: [] }
	});
	const before = await showParent(tablet, token, { person: first.personId });
	expect(before.channel).toBeNull();
	const form = new FormData();
	form.set('choice', 'a');
	await castBallot(first.ctx, 'schooltijden', 'schooltijden', form);
	expect(await showParent(tablet, token, { person: first.personId })).toEqual(before);
	const handed = await handOver(tablet, token, { person: first.personId, language: 'nl' });
	expect(handed.leadsTo).toBe(POLL);
	expect(school.scope.slug).toBe('vuurvogel');
});

test('handing over locks, keeps language and channel, and leads to the poll', async () => {
	const { school, add, first, tablet, token, unlock } = await aHelpdesk();
	const person = first.personId;
	expect(await handOver(tablet, token, { person, language: 'en', channel: 'paper' })).toEqual({
		...{ personId: person, language: 'en', leadsTo: POLL }
	});
	expect(await isUnlocked(tablet, token)).toBe(false);
	await expect(handOver(tablet, token, { person, language: 'en' })).rejects.toThrow(
		'helpdesk.locked'
	);
	// without an address there is nothing to choose
	expect(await findPerson(school.store.read, person)).toMatchObject({
		...{ locale: 'en', wantsPaper: false, invitedOn: '2027-05-12' }
	});

	const id = await add('Ayşe Demir');
	const reader = await add('Dilek Kaya');
	await school.store.write((tx) =>
		tx.update(people).set({ locale: 'tr' }).where(eq(people.id, reader))
	);
	await unlock();
	const input = { person: id, language: 'nl', channel: 'paper' };
	expect((await handOver(tablet, token, input)).leadsTo).toBe('/vuurvogel');
	expect(await findPerson(school.store.read, id)).toMatchObject({ wantsPaper: true, locale: 'nl' });
	await unlock();
	expect(await showParent(tablet, token, { person: id })).toMatchObject({ channel: 'paper' });
	// letters of somebody who reads Turkish stay in Turkish
	await handOver(tablet, token, { person: reader, language: 'en' });
	expect(await findPerson(school.store.read, reader)).toMatchObject({ locale: 'tr' });
	await unlock();
	for (const wrong of [{ language: 'xx' }, { channel: 'sms' }])
		await expect(handOver(tablet, token, { ...input, ...wrong })).rejects.toThrow(Invalid);
});

test('when more is asked than one question they begin at the consultation', async () => {
	const { school, first, tablet, token, pollId } = await aHelpdesk();
	const [poll] = await school.store.read.select().from(polls).where(eq(polls.id, pollId));
	if (!poll) throw new Error('there must be a poll');
	// this consultation came open with one
	await school.store.client.execute('drop trigger poll_comes_before_opening');
	await school.store.write((tx) =>
		tx.insert(polls).values({ ...poll, id: newId(), slug: 'pauze', position: 2 })
	);
	const handed = await handOver(tablet, token, { person: first.personId, language: 'nl' });
	expect(handed.leadsTo).toBe('/vuurvogel/consultations/schooltijden');
});

test('a lost code is replaced once for all: the old one opens nothing, the new one does', async () => {
	const { first, tablet, token, school } = await aHelpdesk();
	const input = { person: first.personId, consultation: 'schooltijden' };
	const { code, parent } = await replaceAtDesk(tablet, token, input);
	expect(parent.consultations.map(({ slug }) => slug)).toEqual(['schooltijden']);
	await expect(enterCode(tablet, first.code)).rejects.toThrow('code.unknown');
	expect(await enterCode(tablet, code.text)).toMatchObject({ personId: first.personId });
	expect(JSON.stringify(await school.store.read.select().from(participationCodes))).not.toContain(
		code.text
	);
	await expect(replaceAtDesk(tablet, token, { ...input, consultation: 'geen' })).rejects.toThrow(
		NotFound
	);
});

test('somebody with a right and no code gets one; without a right there is none to get', async () => {
	const { first, add, tablet, token, school } = await aHelpdesk();
	await school.store.write((tx) => tx.delete(participationCodes));
	const input = { person: first.personId, consultation: 'schooltijden' };
	const { code } = await replaceAtDesk(tablet, token, input);
	expect(await enterCode(tablet, code.text)).toMatchObject({ personId: first.personId });
	const person = await add('Nieuw Hier');
	await expect(replaceAtDesk(tablet, token, { ...input, person })).rejects.toThrow('poll.no-right');
});

test('a helper gets no code of somebody with rights over others, at the desk neither', async () => {
	const { first, helper, school } = await aHelpdesk();
	const also = { scopeId: school.scope.id, personId: first.personId, role: 'council' } as const;
	await school.store.write((tx) => tx.insert(memberships).values(also));
	const input = { person: first.personId };
	await expect(replaceCode(helper, 'schooltijden', input)).rejects.toThrow(Conflict);
	await replaceCode(await school.a('coordinator'), 'schooltijden', input);
});

test('the journal says who helped whom and that a code was replaced; a vote leaves nothing in it', async () => {
	const { first, helper, school, tablet, token } = await aHelpdesk();
	const person = first.personId;
	await replaceAtDesk(tablet, token, { person, consultation: 'schooltijden' });
	await handOver(tablet, token, { person, language: 'nl' });
	const form = new FormData();
	form.set('choice', 'b');
	await castBallot(first.ctx, 'schooltijden', 'schooltijden', form);

	const rows = await school.store.read.select().from(journal).orderBy(journal.seq);
	expect(rows.map(({ what, aboutKind, aboutId }) => [what, aboutKind, aboutId])).toEqual([
		['helpdesk.opened', 'scope', school.scope.id],
		['code.replaced', 'consultation', expect.any(String)],
		['helpdesk.helped', 'person', person]
	]);
	expect(new Set(rows.map(({ actorId }) => actorId))).toEqual(new Set([personOf(helper)]));
	const { rows: box } = await school.store.client.execute('select channel from secret_ballot');
	expect(box.map(({ channel }) => channel)).toEqual(['online']);
});
