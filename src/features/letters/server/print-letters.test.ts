import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { printLetters } from './print-letters.ts';
import { showLetter } from './show-letter.ts';
import { blockCode } from '#features/electorate/server/block-code.ts';
import { issueCodes } from '#features/electorate/server/issue-codes.ts';
import { countCodes } from '#features/electorate/server/queries.ts';
import { showCodes } from '#features/electorate/server/show-codes.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { aDraftedConsultation, DRAFTING, openIt } from '#tests/support/draft.ts';

const ORIGIN = 'https://praatmee.example';

async function opened() {
	const drafted = await aDraftedConsultation();
	await openIt(drafted);
	const coordinator = await drafted.school.a('coordinator', DRAFTING);
	return { ...drafted, coordinator };
}
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length;

test('the codes that a page hands back become letters; those that do not work, do not', async () => {
	const { coordinator, slug } = await opened();
	const made = await issueCodes(coordinator, slug);
	const codes = made.map(({ code }) => code).join(' ');
	expect(pagesOf(await printLetters(coordinator, slug, { codes }, ORIGIN))).toBe(3);
	await blockCode(coordinator, slug, { person: 'anna', reason: 'Brief bij de buren.' });
	const some = `${codes} 2222-2222 onzin`;
	expect(pagesOf(await printLetters(coordinator, slug, { codes: some }, ORIGIN))).toBe(2);
	for (const none of ['', '2222-2222', made[0]?.code ?? ''])
		await expect(printLetters(coordinator, slug, { codes: none }, ORIGIN)).rejects.toThrow(
			new Conflict('letters.unknown-code')
		);
	await expect(printLetters(coordinator, slug, {}, ORIGIN)).rejects.toThrow(Invalid);
});

test('of a printed letter nothing is kept in the database', async () => {
	const { coordinator, school, slug } = await opened();
	const [anna] = await issueCodes(coordinator, slug);
	const before = await readFile(school.file);
	await printLetters(coordinator, slug, { codes: anna?.code }, ORIGIN);
	expect((await readFile(school.file)).equals(before)).toBe(true);
});

test('letters are for the coordinator of this place, and not there while it is a draft', async () => {
	const { coordinator, council, school, slug } = await opened();
	const codes = (await issueCodes(coordinator, slug)).map(({ code }) => code).join(' ');
	const moderator = await school.a('moderator', DRAFTING);
	for (const ctx of [council, moderator])
		await expect(printLetters(ctx, slug, { codes }, ORIGIN)).rejects.toThrow(Forbidden);
	const elsewhere = await (await school.anotherSchool()).a('coordinator', DRAFTING);
	await expect(printLetters(elsewhere, slug, { codes }, ORIGIN)).rejects.toThrow(NotFound);
	const draft = await aDraftedConsultation();
	for (const ctx of [draft.school.guest(), await draft.school.a('parent')])
		await expect(showLetter(ctx, draft.slug)).rejects.toThrow(NotFound);
});

test('letters can be made for those alone whom no mail reaches, and in the language they read', async () => {
	const { coordinator, school, slug, id } = await opened();
	await school.store.write(async (tx) => {
		for (const [id, emailState] of [
			['bram', 'works'],
			['anna', 'bounced']
		] as const) {
			const isThey = eq(people.id, id);
			await tx
				.update(people)
				.set({ email: `${id}@example.org` })
				.where(isThey);
			// only of this address: a new one would be unknown again
			await tx.update(people).set({ emailState }).where(isThey);
		}
		await tx.update(people).set({ locale: 'ar' }).where(eq(people.id, 'carla'));
	});
	const first = await issueCodes(coordinator, slug, { unreached: 'on' });
	expect(first.map(({ name, locale }) => [name, locale])).toEqual([
		['anna', null],
		['carla', 'ar']
	]);
	// somebody who has a code gets another only when that is asked for
	expect(await issueCodes(coordinator, slug, { unreached: 'on' })).toEqual([]);
	const again = await issueCodes(coordinator, slug, { unreached: 'on', again: 'on' });
	expect(again.map(({ name }) => name)).toEqual(['anna', 'carla']);
	expect(await countCodes(coordinator.read, id)).toEqual({ issued: 2, blocked: 0, replaced: 2 });
	const all = await issueCodes(coordinator, slug, { place: school.scope.slug });
	expect(all.map(({ name }) => name)).toEqual(['bram']);
});

test('letters can be made for one group, and not for a place that is not below this one', async () => {
	const { coordinator, school, slug } = await opened();
	const elsewhere = await school.anotherSchool();
	for (const place of [elsewhere.scope.slug, 'nergens'])
		await expect(issueCodes(coordinator, slug, { place })).rejects.toMatchObject({
			issues: { place: 'field.choose' }
		});
	await school.store.write(async (tx) => {
		const path = `${school.scope.path}g3/`;
		await tx
			.insert(scopes)
			.values({ id: 'g3', path, kind: 'group', slug: 'groep-3', name: 'Groep 3' });
		await tx.insert(memberships).values({ scopeId: 'g3', personId: 'carla', role: 'parent' });
	});
	const made = await issueCodes(coordinator, slug, { place: 'groep-3' });
	expect(made.map(({ name, group }) => [name, group])).toEqual([['carla', 'Groep 3']]);
	const page = await showCodes(coordinator, slug, new URLSearchParams());
	expect(page.places).toEqual([{ slug: 'groep-3', name: 'Groep 3' }]);
	expect([page.people, page.without, page.unreached]).toEqual([3, 2, 3]);
});
