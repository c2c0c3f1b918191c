import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { postContribution } from './post-contribution.ts';
import { getContribution } from './queries.ts';
import { people, seats } from '#features/people/server/schema.ts';
import { bodies } from '#features/scopes/server/schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { aConsultation } from '#tests/support/consultation.ts';

async function aPanel() {
	const { school, families } = await aConsultation({ families: 1 });
	const one = families[0]?.ctx ?? school.guest();
	const post = (ctx: Context, input: Record<string, string>) =>
		postContribution(ctx, 'schooltijden', 'gesprek', { body: 'Dag', ...input });
	const stored = (id: string) => getContribution(school.store.read, school.scope, id);
	const call = (ctx: Context, name: string) =>
		school.store.write((tx) =>
			tx
				.update(people)
				.set({ name })
				.where(eq(people.id, personOf(ctx) ?? ''))
		);
	return { school, one, post, stored, call };
}

const refused = async (work: Promise<unknown>) => {
	const error: unknown = await work.catch((it: unknown) => it);
	return error instanceof Invalid ? error.issues : error;
};

test('the name of a parent cannot be taken for somebody of the school, also when it is their own', async () => {
	const { one, post, stored, school, call } = await aPanel();
	const director = await school.a('staff');
	await call(director, 'Peter Kuipers');
	for (const name of ['Peter Kuipers', 'Pеter Kuipers', 'PeterKuipers']) {
		await call(one, name);
		expect(await refused(post(one, { name: 'own' }))).toEqual({
			name: 'contribution.own-name-taken'
		});
	}
	await call(one, 'Petra Kuipers');
	await expect(post(one, { name: 'own' })).resolves.toBeTypeOf('string');

	// who works there is who they are, also when they speak as a parent
	const both = school.as(personOf(director), ['parent', 'staff']);
	const id = await post(both, { name: 'own', badge: 'parent' });
	expect(await stored(id)).toMatchObject({ displayName: 'Peter K.', badge: 'parent' });
});

test('a name is free again once the seat in the council is over, also when nobody ended it', async () => {
	const { one, post, school, call } = await aPanel();
	const member = await school.a('parent');
	await call(member, 'Jan de Vries');
	await call(one, 'Jan de Vries');
	const seat = async (id: string, kind: 'mr' | 'team', untilOn: string | null) =>
		school.store.write(async (tx) => {
			await tx.insert(bodies).values({ id, scopeId: school.scope.id, kind, name: id });
			await tx.insert(seats).values({
				...{ bodyId: id, personId: personOf(member) ?? '', section: 'parents' },
				...{ fromOn: '2020-08-01', untilOn }
			});
		});
	await seat('over', 'mr', '2027-05-11');
	await seat('team', 'team', null);
	await expect(post(one, { name: 'own' })).resolves.toBeTypeOf('string');
	await seat('now', 'mr', '2027-05-12');
	expect(await refused(post(one, { name: 'own', body: 'Nog iets' }))).toEqual({
		name: 'contribution.own-name-taken'
	});
});

test('a parent goes by no function, in their name or beside it', async () => {
	const { one, post, stored, school } = await aPanel();
	for (const note of ['directeur', 'lid van de MR', 'dіrecteur'])
		expect(await refused(post(one, { note }))).toEqual({
			note: 'contribution.note-function'
		});
	const directing = { name: 'pseudonym', pseudonym: 'De directeur' };
	expect(await refused(post(one, directing))).toEqual({
		pseudonym: 'contribution.name-taken'
	});
	expect(await stored(await post(one, { note: 'groep 6' }))).toMatchObject({
		badgeNote: 'groep 6'
	});
	const staff = await school.a('staff');
	expect(await stored(await post(staff, { note: 'directeur' }))).toMatchObject({
		badge: 'staff',
		badgeNote: 'directeur'
	});
});
