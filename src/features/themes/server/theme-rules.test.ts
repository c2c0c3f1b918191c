import { expect, test } from 'vitest';
import { changeTheme } from './change-theme.ts';
import { linkSources } from './link-sources.ts';
import { makeTheme } from './make-theme.ts';
import { listThemes, uncodedSources } from './queries.ts';
import { quoteSource } from './quote-source.ts';
import { removeTheme } from './remove-theme.ts';
import { themeLinks, themes } from './schema.ts';
import { showWorkbench } from './show-workbench.ts';
import { unlinkSource } from './unlink-source.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { tableNotes } from '#features/evenings/server/schema.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { aConsultation, CLOSES, OPENS } from '#tests/support/consultation.ts';
import { aContribution, aNote, anotherConsultation } from '#tests/support/said.ts';
import { at, minutesLater, NOON } from '#tests/support/world.ts';

const SLUG = 'schooltijden';
const EVERYTHING = { origin: null, theme: null, page: 1 };

async function aTheme() {
	const consulted = await aConsultation();
	const moderator = await consulted.school.a('moderator');
	const { id: themeId } = await makeTheme(moderator, SLUG, { title: 'Rust', summary: 'Stil.' });
	const note = `note:${await aNote(consulted, 1)}` as const;
	return { ...consulted, moderator, themeId, note };
}

/** Everything that can be done to this theme. */
const deeds = (ctx: Awaited<ReturnType<typeof aTheme>>['moderator'], id: string, note: string) => [
	() => makeTheme(ctx, SLUG, { title: 'Kosten' }),
	() => changeTheme(ctx, SLUG, id, { title: 'Anders' }),
	() => linkSources(ctx, SLUG, id, [note]),
	() => quoteSource(ctx, SLUG, id, note, true),
	() => unlinkSource(ctx, SLUG, id, note),
	() => removeTheme(ctx, SLUG, id)
];

test('sources of another consultation are not there, and then nothing of the choice is linked', async () => {
	const it = await aTheme();
	const other = await anotherConsultation(it);
	const foreign = [`contribution:${await aContribution(other)}`, `note:${await aNote(other, 1)}`];
	const link = (...sources: string[]) => linkSources(it.moderator, SLUG, it.themeId, sources);
	for (const key of foreign) await expect(link(it.note, key)).rejects.toThrow(NotFound);
	expect((await listThemes(it.school.store.read, it.consultationId))[0]?.sources).toEqual([]);

	const theirs = await makeTheme(it.moderator, other.slug, { title: 'Rust' });
	for (const deed of deeds(it.moderator, theirs.id, it.note).slice(1)) {
		await expect(deed()).rejects.toThrow(NotFound);
	}
	await linkSources(it.moderator, other.slug, theirs.id, foreign);
	expect(await uncodedSources(it.school.store.read, other.consultationId)).toEqual([]);
});

test('a theme of another school is not there, whatever the role', async () => {
	const it = await aTheme();
	const elsewhere = await it.school.anotherSchool();
	const council = await elsewhere.a('council');
	const tried = [
		...deeds(council, it.themeId, it.note).map((deed) => deed()),
		showWorkbench(council, SLUG, EVERYTHING)
	];
	for (const result of await Promise.allSettled(tried)) {
		expect(result.status === 'rejected' && result.reason).toBeInstanceOf(NotFound);
	}
});

test('only moderators and the council make themes', async () => {
	const it = await aTheme();
	for (const role of ['parent', 'staff', 'decider', 'coordinator'] as const) {
		const ctx = await it.school.a(role);
		for (const deed of deeds(ctx, it.themeId, it.note)) {
			await expect(deed()).rejects.toThrow(Forbidden);
		}
	}
	const council = await it.school.a('council');
	await expect(makeTheme(council, SLUG, { title: 'Kosten' })).resolves.toHaveProperty('id');
});

test('themes are made from the opening on, also after the closing', async () => {
	const it = await aTheme();
	for (const deed of deeds(at(it.moderator, minutesLater(-1, OPENS)), it.themeId, it.note)) {
		await expect(deed()).rejects.toThrow(new Conflict('theme.not-open'));
	}
	const late = at(it.moderator, CLOSES);
	await it.school.store.write((tx) => tx.update(consultations).set({ countedAt: CLOSES }));
	await expect(makeTheme(late, SLUG, { title: 'Kosten' })).resolves.toHaveProperty('id');
});

test('nothing of a theme changes after the report was published', async () => {
	const it = await aTheme();
	await linkSources(it.moderator, SLUG, it.themeId, [it.note]);
	await it.school.store.write((tx) => tx.update(consultations).set({ reportedAt: NOON }));
	const { read } = it.school.store;
	const state = async () => [
		await read.select().from(themes),
		await read.select().from(themeLinks)
	];
	const before = await state();

	for (const deed of deeds(it.moderator, it.themeId, it.note)) {
		await expect(deed()).rejects.toThrow(new Conflict('theme.report-published'));
	}
	expect(await state()).toEqual(before);
	expect((await showWorkbench(it.moderator, SLUG, EVERYTHING)).may.edit).toBe(false);
});

test.each([
	[{ title: '  ' }, { title: 'field.required' }],
	[{ title: 'a'.repeat(81) }, { title: 'field.too-long' }],
	[{ title: 'RUST' }, { title: 'theme.title-taken' }],
	[{ title: 'Kosten', summary: 'a'.repeat(1001) }, { summary: 'field.too-long' }]
])('a theme with %j is refused beside its field', async (input, issues) => {
	const { moderator, school, consultationId } = await aTheme();
	await expect(makeTheme(moderator, SLUG, input)).rejects.toMatchObject({ issues });
	expect(await listThemes(school.store.read, consultationId)).toHaveLength(1);
});

test('a theme is renamed, summed up and marked as the view of few; the form is the whole of it', async () => {
	const it = await aTheme();
	const change = (input: object) => changeTheme(it.moderator, SLUG, it.themeId, input);
	const theme = async () => (await listThemes(it.school.store.read, it.consultationId))[0];
	await change({ title: 'rust', summary: 'Een stille plek.', minority: 'on', position: '4' });
	expect(await theme()).toMatchObject({
		title: 'rust',
		summary: 'Een stille plek.',
		minority: true,
		position: 4
	});
	await change({ title: 'Rust' });
	expect(await theme()).toMatchObject({ summary: '', minority: false, position: 4 });
	await expect(change({ title: 'Rust', position: '0' })).rejects.toThrow(Invalid);
});

test('a theme is removed only when nothing that can be read belongs to it', async () => {
	const it = await aTheme();
	await linkSources(it.moderator, SLUG, it.themeId, [it.note]);
	await expect(removeTheme(it.moderator, SLUG, it.themeId)).rejects.toThrow(
		new Conflict('theme.has-sources')
	);
	await it.school.store.write((tx) => tx.update(tableNotes).set({ withdrawnAt: NOON }));
	await removeTheme(it.moderator, SLUG, it.themeId);
	expect(await listThemes(it.school.store.read, it.consultationId)).toEqual([]);
});

test('a quote is a source of the theme that is marked, and can be unmarked', async () => {
	const it = await aTheme();
	const quote = (quoted: boolean) => quoteSource(it.moderator, SLUG, it.themeId, it.note, quoted);
	const quoted = async () =>
		(await listThemes(it.school.store.read, it.consultationId))[0]?.sources[0]?.quoted;
	await expect(quote(true)).rejects.toThrow(new Conflict('theme.not-linked'));
	await linkSources(it.moderator, SLUG, it.themeId, [it.note]);
	expect(await quoted()).toBe(false);
	await quote(true);
	expect(await quoted()).toBe(true);
	await quote(false);
	expect(await quoted()).toBe(false);
});

test.each([[[]], [['']], [['poll:abc']]])('%j is no choice of sources', async (sources) => {
	const { moderator, themeId } = await aTheme();
	await expect(linkSources(moderator, SLUG, themeId, sources)).rejects.toThrow(Invalid);
});

test('the workbench shows what has no theme first, and what is asked for', async () => {
	const it = await aTheme();
	await linkSources(it.moderator, SLUG, it.themeId, [it.note]);
	const online = `contribution:${await aContribution(it)}`;
	const keys = async (filter: object) =>
		(await showWorkbench(it.moderator, SLUG, { ...EVERYTHING, ...filter })).pieces.map(
			({ key }) => key
		);
	expect(await keys({})).toEqual([online, it.note]);
	expect(await keys({ origin: 'evening' })).toEqual([it.note]);
	expect(await keys({ theme: 'none' })).toEqual([online]);
	expect(await keys({ theme: it.themeId })).toEqual([it.note]);
	expect(await keys({ page: 99 })).toEqual([online, it.note]);

	const { progress, themes } = await showWorkbench(it.moderator, SLUG, EVERYTHING);
	expect(progress).toEqual({
		coded: 1,
		all: 2,
		uncoded: 1,
		byOrigin: [
			{ origin: 'online', coded: 0, all: 1 },
			{ origin: 'evening', coded: 1, all: 1 }
		]
	});
	expect(themes).toMatchObject([{ title: 'Rust', total: 1, oneSided: null }]);
});

test('the workbench says which themes came from one place', async () => {
	const it = await aTheme();
	const keys = [it.note];
	for (const number of [2, 3, 4, 5]) keys.push(`note:${await aNote(it, number)}`);
	await linkSources(it.moderator, SLUG, it.themeId, keys);
	const { themes } = await showWorkbench(it.moderator, SLUG, EVERYTHING);
	expect(themes.map(({ oneSided }) => oneSided)).toEqual(['evening']);
});
