import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { copySettings, showCopying } from './copy-settings.ts';
import { publishHouseRules } from './publish-house-rules.ts';
import { findHouseRules } from './queries.ts';
import { memberships } from '#features/people/server/schema.ts';
import { changeContact } from '#features/scopes/server/change-contact.ts';
import { findContact } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Forbidden, Invalid } from '#kernel/errors.ts';
import { requirePerson, type Scope } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { aSchool, aScope, World } from '#tests/support/world.ts';

/** An alliance with four schools, and its coordinator at the first of them. */
async function anAlliance() {
	const school = await aSchool();
	const { read, write } = school.store;
	const [alliance] = await read.select().from(scopes).where(eq(scopes.kind, 'alliance'));
	if (!alliance) throw new Error('the alliance is missing');
	const others: Scope[] = ['een', 'twee', 'drie'].map((slug) =>
		aScope('school', alliance.path, slug, `School ${slug}`)
	);
	await write((tx) => tx.insert(scopes).values(others));
	const above = await new World(school.store, alliance, school.file).a('coordinator');
	const coordinator = school.as(requirePerson(above), ['coordinator']);
	await changeContact(coordinator, { name: 'Meester Wim', phone: '06-0000 0011' });
	await publishHouseRules(coordinator, {
		rules: 'Wij praten met elkaar.\nGeen namen van kinderen.'
	});
	return { school, coordinator, others, ids: others.map(({ id }) => id), read };
}
const what = ['contact', 'house-rules'];

test('three schools get the contact and the house rules in one action, which is in the log', async () => {
	const { coordinator, others, ids, read, school } = await anAlliance();
	expect(await copySettings(coordinator, { what, place: ids })).toBe(3);
	const rules = (await findHouseRules(read, school.scope))?.rules;
	for (const other of others) {
		expect(await findContact(read, other)).toMatchObject({ name: 'Meester Wim' });
		expect(await findHouseRules(read, other)).toMatchObject({
			scopeId: other.id,
			edition: 1,
			rules
		});
	}
	const events = await read.select().from(journal);
	expect(events.filter((it) => it.what === 'settings.copied')).toMatchObject([
		{ scopeId: school.scope.id }
	]);
	expect(
		events.filter((it) => it.what === 'settings.received').map(({ scopeId }) => scopeId)
	).toEqual(expect.arrayContaining(ids));
});

test('the same again makes no new edition, so nobody has to read the same rules twice', async () => {
	const { coordinator, others, ids, read } = await anAlliance();
	for (let turn = 0; turn < 2; turn++) await copySettings(coordinator, { what, place: ids });
	for (const other of others)
		expect(await findHouseRules(read, other)).toMatchObject({ edition: 1 });
});

test('nothing goes to a place where one is not in charge, and then it goes nowhere', async () => {
	const { school, ids, read, others } = await anAlliance();
	const own = await school.a('coordinator');
	const [first = ''] = ids;
	await expect(copySettings(own, { what, place: [first] })).rejects.toThrow(Invalid);
	expect((await showCopying(own, new URLSearchParams())).page.places).toEqual([]);
	await school.store.write((tx) =>
		tx
			.insert(memberships)
			.values({ scopeId: first, personId: requirePerson(own), role: 'coordinator' })
	);
	await expect(copySettings(own, { what, place: ids })).rejects.toThrow(Invalid);
	for (const other of others) expect(await findContact(read, other)).toBeNull();
	expect(await copySettings(own, { what: ['contact'], place: [first] })).toBe(1);
	const { page } = await showCopying(own, new URLSearchParams());
	expect(page.places.map(({ id }) => id)).toEqual([first]);
});

test('what is not there is not given, and a council gives nothing', async () => {
	const { school, coordinator, ids, others } = await anAlliance();
	await changeContact(coordinator, { name: '', phone: '', email: '', hours: '' });
	await expect(copySettings(coordinator, { what, place: ids })).rejects.toThrow(Conflict);
	for (const wrong of [
		{ what: [], place: ids },
		{ what, place: [] },
		{ what, place: ['niets'] }
	])
		await expect(
			copySettings(coordinator, { ...wrong, what: wrong.what.filter((it) => it !== 'contact') })
		).rejects.toThrow(Invalid);
	const council = await school.a('council');
	await expect(copySettings(council, { what, place: ids })).rejects.toThrow(Forbidden);
	expect(others).toHaveLength(3);
});
