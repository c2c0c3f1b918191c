import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { draftConsultation } from './draft-consultation.ts';
import { agreedText, getConsultation, listConsultations } from './queries.ts';
import { reviseConsultation } from './revise-consultation.ts';
import { consultations } from './schema.ts';
import { bodies } from '#features/scopes/server/schema.ts';
import { Conflict, Forbidden, Invalid, NotFound, SignInRequired } from '#kernel/errors.ts';
import { aDraft, aDraftedConsultation, agreeIt, openIt } from '#tests/support/draft.ts';
import { aSchool } from '#tests/support/world.ts';

test('the council begins a consultation with a title, a question and a period', async () => {
	const school = await aSchool();
	const council = await school.a('council');
	const { slug } = await draftConsultation(council, {
		...aDraft(),
		slug: '',
		introduction: '',
		fixed: '',
		open: '',
		decider: '',
		decisionDay: ''
	});
	expect(slug).toBe('welke-schooltijden-passen-bij-ons');
	expect(await getConsultation(council.read, school.scope, slug)).toMatchObject({
		title: 'Welke schooltijden passen bij ons?',
		fixed: [],
		decisionDay: '',
		openedAt: null,
		fingerprint: null,
		closesAt: new Date('2027-05-28T21:59:00Z')
	});
});

test('lists come one per line, and empty lines do not count', async () => {
	const school = await aSchool();
	const council = await school.a('coordinator');
	await draftConsultation(council, aDraft({ open: ' Welke tijden \r\n\r\nWelke   pauze\n' }));
	const made = await getConsultation(council.read, school.scope, 'schooltijden');
	expect([made.open, made.rules.open]).toEqual([
		['Welke tijden', 'Welke pauze'],
		['Welke tijden', 'Welke pauze']
	]);
});

test('two consultations with one title get two addresses; a chosen one must be free', async () => {
	const school = await aSchool();
	const council = await school.a('council');
	const make = (slug: string) => draftConsultation(council, aDraft({ title: 'Een plein', slug }));
	expect([(await make('')).slug, (await make('')).slug]).toEqual(['een-plein', 'een-plein-2']);
	await expect(make('een-plein')).rejects.toMatchObject({ issues: { slug: 'field.slug-taken' } });
	await expect(make('new')).rejects.toMatchObject({ issues: { slug: 'field.slug-taken' } });
	await expect(make('a/b')).rejects.toMatchObject({ issues: { slug: 'field.invalid' } });
});

test('a consultation is made by council and coordinator, in their own school', async () => {
	const school = await aSchool();
	for (const role of ['parent', 'staff', 'moderator', 'decider'] as const)
		await expect(draftConsultation(await school.a(role), aDraft())).rejects.toThrow(Forbidden);
	await expect(draftConsultation(school.guest(), aDraft())).rejects.toThrow(SignInRequired);
	expect(await listConsultations(school.store.read, school.scope)).toEqual([]);
});

test('only a body of the place itself can ask', async () => {
	const school = await aSchool();
	const other = await school.anotherSchool();
	const council = await school.a('council');
	await school.store.write((tx) =>
		tx.insert(bodies).values([
			{ id: 'mr', scopeId: school.scope.id, kind: 'mr', name: 'MR' },
			{ id: 'theirs', scopeId: other.scope.id, kind: 'mr', name: 'MR' }
		])
	);
	await expect(draftConsultation(council, aDraft({ body: 'theirs' }))).rejects.toMatchObject({
		issues: { body: 'field.choose' }
	});
	await draftConsultation(council, aDraft({ body: 'mr' }));
	const made = await getConsultation(council.read, school.scope, 'schooltijden');
	expect(made.bodyId).toBe('mr');
});

test('a draft can be changed as often as one likes; its address stays', async () => {
	const drafted = await aDraftedConsultation();
	const { school, council, slug } = drafted;
	await reviseConsultation(council, slug, aDraft({ title: 'Andere tijden?', slug: 'iets-anders' }));
	const revised = await getConsultation(council.read, school.scope, slug);
	expect([revised.title, revised.rules.title, revised.slug]).toEqual([
		'Andere tijden?',
		'Andere tijden?',
		slug
	]);
	await expect(reviseConsultation(council, slug, aDraft({ question: '' }))).rejects.toThrow(
		Invalid
	);
});

test('changing the rules undoes the agreement on them; changing a text around them does not', async () => {
	const drafted = await aDraftedConsultation();
	const { school, council, slug, id } = drafted;
	await agreeIt(drafted);
	await reviseConsultation(council, slug, aDraft({ motive: 'Om een andere reden.' }));
	expect((await getConsultation(council.read, school.scope, slug)).agreedBy).toEqual([
		'Marloes de Wit',
		'Peter Kuipers'
	]);

	await reviseConsultation(council, slug, aDraft({ unit: 'parent' }));
	const revised = await getConsultation(council.read, school.scope, slug);
	expect([revised.agreedBy, revised.agreedOn]).toEqual([null, null]);
	expect((await agreedText(council.read, id)).text).toBeNull();
});

test('what is opened cannot be revised', async () => {
	const drafted = await aDraftedConsultation();
	await openIt(drafted);
	await expect(reviseConsultation(drafted.council, drafted.slug, aDraft())).rejects.toThrow(
		new Conflict('consultation.fixed')
	);
});

test('who may not see a draft cannot find out that there is one', async () => {
	const { school, slug } = await aDraftedConsultation();
	const elsewhere = await (await school.anotherSchool()).a('council');
	const others = [
		await school.a('parent'),
		await school.a('staff'),
		await school.a('decider'),
		elsewhere
	];
	for (const ctx of others) {
		await expect(reviseConsultation(ctx, slug, aDraft())).rejects.toThrow(NotFound);
		await expect(reviseConsultation(ctx, 'nothing', aDraft())).rejects.toThrow(NotFound);
	}
	const rows = await school.store.read
		.select({ title: consultations.title })
		.from(consultations)
		.where(eq(consultations.slug, slug));
	expect(rows).toEqual([{ title: 'Welke schooltijden passen bij ons?' }]);
});
