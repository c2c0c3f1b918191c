import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { acceptances, houseRules } from '#features/house-rules/server/schema.ts';
import { people } from '#features/people/server/schema.ts';
import { Conflict, Forbidden, Invalid, NotFound, SignInRequired, TooMany } from '#kernel/errors.ts';
import { requirePerson } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';
import { withdrawContribution } from './withdraw-contribution.ts';
import { postContribution } from './post-contribution.ts';
import { getContribution, getPanel } from './queries.ts';

async function aPanel() {
	const consulted = await aConsultation({ families: 3 });
	const { school, families } = consulted;
	const [one, two] = families.map(({ ctx }) => ctx);
	if (!one || !two) throw new Error('two families are needed');
	const post = (ctx: typeof one, input: Record<string, string> | string) =>
		postContribution(
			ctx,
			'schooltijden',
			'gesprek',
			typeof input === 'string' ? { body: input } : input
		);
	const stored = (id: string) => getContribution(school.store.read, school.scope, id);
	const version = async () =>
		(await getPanel(school.store.read, school.scope, 'schooltijden', 'gesprek')).version;
	return { ...consulted, one, two, post, stored, version };
}

async function withHouseRules(panel: Awaited<ReturnType<typeof aPanel>>, edition = 1) {
	const { school } = panel;
	await school.store.write((tx) =>
		tx.insert(houseRules).values({
			id: `rules-${String(edition)}`,
			scopeId: school.scope.id,
			edition,
			rules: ['Wij praten met elkaar.', 'Geen namen van kinderen.'],
			publishedAt: minutesLater(-60)
		})
	);
}

const refused = async (work: Promise<unknown>) => {
	const error: unknown = await work.catch((it: unknown) => it);
	return error instanceof Invalid ? error.issues : error;
};

describe('posting', () => {
	test('keeps the words as they were typed and makes their HTML once', async () => {
		const { one, post, stored } = await aPanel();
		const id = await post(one, { body: 'Elke dag **dezelfde** tijd.\r\nDoen.', stance: 'for' });
		expect(await stored(id)).toMatchObject({
			body: 'Elke dag **dezelfde** tijd.\nDoen.',
			html: '<p>Elke dag <strong>dezelfde</strong> tijd.<br />Doen.</p>',
			stance: 'for',
			origin: 'online',
			depth: 1,
			rootId: id,
			parentId: null,
			createdAt: one.now
		});
	});

	test('raises the version of the panel, and is written down without the words', async () => {
		const { one, post, version, school } = await aPanel();
		const before = await version();
		const id = await post(one, 'Een geheim woord');
		expect(await version()).toBe(before + 1);
		const lines = await school.store.read.select().from(journal);
		expect(lines.map(({ what, aboutId }) => [what, aboutId])).toEqual([
			['contribution.posted', id]
		]);
		expect(JSON.stringify(lines)).not.toContain('geheim');
	});

	test('hangs an answer to the third level beside it, and says what it answers', async () => {
		const { one, two, post, stored } = await aPanel();
		const a = await post(one, 'A');
		const b = await post(two, { body: 'B', answers: a });
		const c = await post(one, { body: 'C', answers: b });
		const d = await post(two, { body: 'D', answers: c });
		expect(await stored(d)).toMatchObject({ depth: 3, parentId: b, answersId: c, rootId: a });
	});

	test('needs somebody who is signed in, and belongs here', async () => {
		const { school, one, post } = await aPanel();
		await expect(post(school.guest(), 'Dag')).rejects.toThrow(
			new SignInRequired('sign-in.required')
		);
		const stranger = school.as('stranger', []);
		await expect(post(stranger, 'Dag')).rejects.toThrow(new NotFound('not-found'));
		const elsewhere = await school.anotherSchool();
		await expect(post({ ...one, scope: elsewhere.scope }, 'Dag')).rejects.toThrow(
			new NotFound('not-found')
		);
	});

	test('stops when the consultation closes', async () => {
		const { one, post } = await aPanel();
		await expect(post(at(one, CLOSES), 'Te laat')).rejects.toThrow(
			new Conflict('consultation.closed')
		);
	});

	test('takes between 1 and 1,200 characters', async () => {
		const { one, post } = await aPanel();
		expect(await refused(post(one, ' \u0000 '))).toEqual({ body: 'field.required' });
		expect(await refused(post(one, 'a'.repeat(1201)))).toEqual({ body: 'field.too-long' });
		await expect(post(one, 'a'.repeat(1200))).resolves.toBeTypeOf('string');
	});

	test('refuses what no form of ours sends', async () => {
		const { one, post } = await aPanel();
		expect(await refused(post(one, { body: 'x', stance: 'boos' }))).toEqual({
			stance: 'field.choose'
		});
		expect(await refused(post(one, { body: 'x', answers: 'nowhere' }))).toEqual({
			answers: 'field.choose'
		});
		expect(
			await refused(postContribution(one, 'schooltijden', 'gesprek', { body: ['x'] }))
		).toEqual({ body: 'field.required' });
	});

	test('an answer to what has gone meanwhile is not posted', async () => {
		const { one, two, post } = await aPanel();
		const id = await post(one, 'Weg');
		await withdrawContribution(one, id);
		await expect(post(two, { body: 'Antwoord', answers: id })).rejects.toThrow(
			new Conflict('contribution.gone')
		);
	});

	test('the same words sent twice within a minute are said once', async () => {
		const { one, two, post } = await aPanel();
		const [first, second] = await Promise.all([post(one, 'Twee keer'), post(one, 'Twee keer')]);
		expect(second).toBe(first);
		expect(await post(two, 'Twee keer')).not.toBe(first);
		expect(await post(one, { body: 'Twee keer', answers: first })).not.toBe(first);
		expect(await post(at(one, minutesLater(2)), 'Twee keer')).not.toBe(first);
		await withdrawContribution(one, first);
		expect(await post(one, 'Twee keer')).not.toBe(first);
	});

	test('thirty times in ten minutes is enough', async () => {
		const { one, two, post } = await aPanel();
		for (let n = 0; n < 30; n++) await post(one, `Nummer ${String(n)}`);
		await expect(post(one, 'Nog een')).rejects.toThrow(new TooMany('too-many'));
		await expect(post(two, 'Een ander wel')).resolves.toBeTypeOf('string');
		await expect(post(at(one, minutesLater(10)), 'Later weer')).resolves.toBeTypeOf('string');
	});
});

describe('the house rules', () => {
	test('must be accepted with the first contribution, and then no more', async () => {
		const panel = await aPanel();
		await withHouseRules(panel);
		const { one, post, school } = panel;
		expect(await refused(post(one, 'Dag'))).toEqual({ accept: 'house-rules.accept' });
		await post(one, { body: 'Dag', accept: 'yes' });
		await post(one, 'Nog eens');
		expect(await school.store.read.select().from(acceptances)).toHaveLength(1);
	});

	test('are asked again after a new edition', async () => {
		const panel = await aPanel();
		await withHouseRules(panel);
		await panel.post(panel.one, { body: 'Dag', accept: 'yes' });
		await withHouseRules(panel, 2);
		expect(await refused(panel.post(panel.one, 'Dag'))).toEqual({ accept: 'house-rules.accept' });
	});

	test('are not accepted by a contribution that is refused for something else', async () => {
		const panel = await aPanel();
		await withHouseRules(panel);
		await refused(panel.post(panel.one, { body: 'Dag', accept: 'yes', name: 'pseudonym' }));
		expect(await panel.school.store.read.select().from(acceptances)).toEqual([]);
	});
});

describe('the name', () => {
	test('is hidden unless somebody chooses otherwise', async () => {
		const { one, post, stored } = await aPanel();
		expect(await stored(await post(one, 'Dag'))).toMatchObject({
			displayName: 'Een ouder',
			namedAs: 'hidden'
		});
	});

	test('can be their own, in short', async () => {
		const { one, post, stored, school } = await aPanel();
		const personId = one.actor.kind === 'person' ? one.actor.personId : '';
		await school.store.write((tx) =>
			tx.update(people).set({ name: 'Jeroen Bakker' }).where(eq(people.id, personId))
		);
		expect(await stored(await post(one, { body: 'Dag', name: 'own' }))).toMatchObject({
			displayName: 'Jeroen B.',
			namedAs: 'own'
		});
	});

	test('can be one they choose, without tricks', async () => {
		const { one, post, stored } = await aPanel();
		const pseudonym = (name: string) =>
			post(one, { body: 'Dag', name: 'pseudonym', pseudonym: name });
		expect(await stored(await pseudonym('Zonne\u202Ebloem'))).toMatchObject({
			displayName: 'Zonnebloem',
			namedAs: 'pseudonym'
		});
		expect(await refused(pseudonym('kijk op evil.example'))).toEqual({ pseudonym: 'field.name' });
		expect(await refused(pseudonym('a'.repeat(61)))).toEqual({ pseudonym: 'field.too-long' });
		expect(await refused(pseudonym(''))).toEqual({ pseudonym: 'field.required' });
	});

	test('cannot be taken for somebody of the school', async () => {
		const { one, post, school } = await aPanel();
		const director = await school.a('staff');
		const personId = director.actor.kind === 'person' ? director.actor.personId : '';
		await school.store.write((tx) =>
			tx.update(people).set({ name: 'Peter Kuipers' }).where(eq(people.id, personId))
		);
		for (const name of ['peter kuipers', 'Pеter Kuipers', 'Peter K.'])
			expect(await refused(post(one, { body: 'x', name: 'pseudonym', pseudonym: name }))).toEqual({
				pseudonym: 'contribution.name-taken'
			});
	});

	test('is not asked of somebody we have no name of', async () => {
		const { one, post, school } = await aPanel();
		const personId = one.actor.kind === 'person' ? one.actor.personId : '';
		await school.store.write((tx) =>
			tx.update(people).set({ name: null }).where(eq(people.id, personId))
		);
		expect(await refused(post(one, { body: 'Dag', name: 'own' }))).toEqual({
			name: 'contribution.no-name'
		});
	});
});

describe('what somebody speaks as', () => {
	test('is one of their roles and no other', async () => {
		const { one, post, stored, school } = await aPanel();
		const both = school.as(requirePerson(one), ['parent', 'council']);
		expect(await stored(await post(both, { body: 'Als lid', badge: 'council' }))).toMatchObject({
			badge: 'council'
		});
		expect(await refused(post(one, { body: 'Als school', badge: 'staff' }))).toEqual({
			badge: 'field.choose'
		});
	});

	test('is in one panel always what they first spoke as there, for as long as they are it', async () => {
		const { one, two, post, stored, school } = await aPanel();
		const both = school.as(requirePerson(one), ['parent', 'council']);
		const first = await post(both, 'Als ouder');
		expect(await stored(first)).toMatchObject({ badge: 'parent' });
		const asCouncil = { body: 'Als lid', badge: 'council' };
		expect(await refused(post(both, asCouncil))).toEqual({ badge: 'contribution.badge-locked' });
		expect(await refused(post(both, { body: 'Namens ons', official: 'yes', name: 'own' }))).toEqual(
			{ badge: 'contribution.badge-locked' }
		);
		const again = await post(both, 'Weer als ouder');
		expect(await stored(again)).toMatchObject({ badge: 'parent' });

		// what was withdrawn says no more whose it was, so it binds nobody
		for (const id of [first, again]) await withdrawContribution(both, id);
		expect(await stored(await post(both, asCouncil))).toMatchObject({ badge: 'council' });
		await post(two, 'Ook als ouder');
		const noParent = school.as(requirePerson(two), ['council']);
		expect(await stored(await post(noParent, asCouncil))).toMatchObject({ badge: 'council' });
	});

	test('an official answer is for school and council, under a whole name', async () => {
		const { one, post, stored, school } = await aPanel();
		const staff = await school.a('staff');
		const official = { body: 'Wij zoeken het uit.', official: 'yes' };
		expect(await stored(await post(staff, { ...official, name: 'own' }))).toMatchObject({
			official: true,
			badge: 'staff',
			displayName: 'Iemand (staff)'
		});
		expect(await refused(post(staff, official))).toEqual({ name: 'contribution.official-name' });
		await expect(post(one, { ...official, name: 'own' })).rejects.toThrow(
			new Forbidden('policy.no')
		);
	});
});
