import { expect, test } from 'vitest';
import { changeContact } from './change-contact.ts';
import { createBody } from './create-body.ts';
import { createScope } from './create-scope.ts';
import { findContact, findScope } from './queries.ts';
import { showPlaces } from './show-places.ts';
import { Forbidden, Invalid, SignInRequired } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { aSchool } from '#tests/support/world.ts';

const group = (name: string, more: Record<string, string> = {}) => ({
	kind: 'group',
	name,
	...more
});
const issuesOf = async (work: Promise<unknown>) => {
	const error: unknown = await work.catch((it: unknown) => it);
	return error instanceof Invalid ? error.issues : error;
};

test('a coordinator makes a group, and it lies in the tree under the school', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const made = await createScope(coordinator, group('Groep 3/4'));

	expect(made).toMatchObject({ kind: 'group', slug: 'vuurvogel-groep-3-4', name: 'Groep 3/4' });
	expect(made.path).toBe(`${school.scope.path}${made.id}/`);
	expect(await findScope(school.store.read, 'vuurvogel-groep-3-4')).toEqual(made);
	const [event] = await school.store.read.select().from(journal);
	expect(event).toMatchObject({ what: 'scope.created', aboutId: made.id });
});

test('two schools can both have a Groep 3', async () => {
	const school = await aSchool();
	const other = await school.anotherSchool();
	await createScope(await school.a('coordinator'), group('Groep 3'));
	const second = await createScope(await other.a('coordinator'), group('Groep 3'));
	expect(second.slug).toBe('ijsvogel-groep-3');
});

test('an address that is taken, reserved, badly formed or impossible to make is refused', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const trying = (name: string, slug: string) =>
		issuesOf(createScope(coordinator, group(name, { slug })));

	expect(await trying('Groep 3', 'ijsvogel')).not.toBeInstanceOf(Invalid);
	expect(await trying('Groep 4', 'ijsvogel')).toEqual({ slug: 'field.slug-taken' });
	expect(await trying('Groep 4', 'setup')).toEqual({ slug: 'field.slug-reserved' });
	expect(await trying('Groep 4', '../desk')).toEqual({ slug: 'field.slug' });
	expect(await trying('مدرسة', '')).toEqual({ slug: 'field.slug' });
	expect(await trying('', 'groep-4')).toEqual({ name: 'field.required' });
});

test('a place lies only under one of a higher kind', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const refused = { kind: 'field.choose' };
	for (const kind of ['school', 'board', 'alliance', 'installation', 'planet'])
		expect(await issuesOf(createScope(coordinator, { kind, name: 'Nieuw' }))).toEqual(refused);
});

test('only a coordinator changes places, bodies and the contact, and only of their own place', async () => {
	const school = await aSchool();
	const other = await school.anotherSchool();
	const deeds = [
		(ctx: Context) => createScope(ctx, group('Groep 3')),
		(ctx: Context) => createBody(ctx, { kind: 'mr', name: 'MR De Vuurvogel' }),
		(ctx: Context) => changeContact(ctx, { name: 'Wim' }),
		(ctx: Context) => showPlaces(ctx)
	];
	const coordinator = await school.a('coordinator');
	const elsewhere: Context = { ...coordinator, scope: other.scope, roles: new Set() };
	for (const deed of deeds) {
		for (const role of ['parent', 'council', 'staff', 'moderator', 'decider'] as const)
			await expect(deed(await school.a(role))).rejects.toThrow(Forbidden);
		await expect(deed(elsewhere)).rejects.toThrow(Forbidden);
		await expect(deed(school.guest())).rejects.toThrow(SignInRequired);
		await expect(deed(coordinator)).resolves.not.toThrow();
	}
});

test('a council is there once by its name', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const mr = { kind: 'mr', name: 'MR De Vuurvogel' };
	await createBody(coordinator, mr);
	expect(await issuesOf(createBody(coordinator, mr))).toEqual({ name: 'field.name-taken' });
	expect((await showPlaces(coordinator)).bodies).toMatchObject([mr]);
});

test('the contact of a place is its own, or that of the nearest above it', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const made = await createScope(coordinator, group('Groep 3'));
	const read = school.store.read;

	await changeContact(coordinator, { name: 'Meester Wim', phone: '06-0000 0011' });
	expect(await findContact(read, made)).toEqual({ name: 'Meester Wim', phone: '06-0000 0011' });
	await changeContact(coordinator, { name: '', phone: '', email: '', hours: '' });
	expect(await findContact(read, made)).toBeNull();
	expect(await issuesOf(changeContact(coordinator, { phone: '06-0000 0011' }))).toEqual({
		name: 'field.required'
	});
});

test('the groups of a school are listed by name, with numbers in their order', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	for (const name of ['Groep 10', 'Groep 2']) await createScope(coordinator, group(name));
	const { below } = await showPlaces(coordinator);
	expect(below.places.map(({ name }) => name)).toEqual(['Groep 2', 'Groep 10']);
});

test('office hours are kept per day of the week, as a browser or as people write them', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	await changeContact(coordinator, {
		...{ name: 'Meester Wim', 'monday-from': '08:30', 'monday-to': '15:00' },
		...{ 'friday-from': '8.30', 'friday-to': '12.00' }
	});
	expect((await findContact(school.store.read, school.scope))?.opening).toEqual({
		monday: { from: '08:30', to: '15:00' },
		friday: { from: '08:30', to: '12:00' }
	});
});

test('a time that is wrong is told beside its field, and the hours stay as they were', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const wrong = [
		[{ 'monday-from': '08:30' }, { 'monday-to': 'field.required' }],
		[{ 'monday-to': '15:00' }, { 'monday-from': 'field.required' }],
		[{ 'monday-from': '15:00', 'monday-to': '15:00' }, { 'monday-to': 'field.order' }],
		[{ 'monday-from': '25:00', 'monday-to': '26:00' }, { 'monday-from': 'field.time' }]
	] as const;
	for (const [times, issues] of wrong)
		expect(await issuesOf(changeContact(coordinator, { name: 'Wim', ...times }))).toMatchObject(
			issues
		);
	expect(
		await issuesOf(changeContact(coordinator, { 'monday-from': '08:30', 'monday-to': '15:00' }))
	).toEqual({ name: 'field.required' });
	expect(await findContact(school.store.read, school.scope)).toBeNull();
});
