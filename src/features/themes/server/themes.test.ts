import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeTheme } from './change-theme.ts';
import { linkSources } from './link-sources.ts';
import { makeTheme } from './make-theme.ts';
import { listThemes, uncodedSources } from './queries.ts';
import { quoteSource } from './quote-source.ts';
import { showWorkbench } from './show-workbench.ts';
import { unlinkSource } from './unlink-source.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { tableNotes } from '#features/evenings/server/schema.ts';
import { contributions } from '#features/panels/server/schema.ts';
import { Conflict, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { aConsultation } from '#tests/support/consultation.ts';
import { aContribution, aNote } from '#tests/support/said.ts';
import { NOON } from '#tests/support/world.ts';

const SLUG = 'schooltijden';
const ALL = { origin: null, theme: null, page: 1 };

/** An open consultation with one theme, and a moderator who makes them. */
async function aTheme(families = 6) {
	const consulted = await aConsultation({ families });
	const moderator = await consulted.school.a('moderator');
	const { id: themeId } = await makeTheme(moderator, SLUG, { title: 'Rust tijdens het eten' });
	const { read } = consulted.school.store;
	return {
		...consulted,
		moderator,
		themeId,
		link: (...sources: string[]) => linkSources(moderator, SLUG, themeId, sources),
		themes: () => listThemes(read, consulted.consultationId),
		uncoded: () => uncodedSources(read, consulted.consultationId)
	};
}

test('a theme gathers what was said online, on paper and at the tables, with its counts', async () => {
	const it = await aTheme();
	const online = await aContribution(it, {
		stance: 'for',
		authorId: it.families[0]?.personId ?? null
	});
	const paper = await aContribution(it, { origin: 'paper', sourceLabel: 'formulier 14' });
	const note = await aNote(it, 1, { nodded: 5 });
	const left = await aNote(it, 2);
	await it.link(`contribution:${online}`, `contribution:${paper}`, `note:${note}`);
	await it.link(`note:${note}`);

	const [theme] = await it.themes();
	expect(theme).toMatchObject({
		title: 'Rust tijdens het eten',
		counts: { online: 1, paper: 1, evening: 1, phone: 0 },
		stances: { for: 1, against: 0, question: 0, idea: 0 },
		nodded: 5,
		voices: 7
	});
	expect(theme?.sources).toHaveLength(3);
	expect(theme?.sources).toContainEqual(
		expect.objectContaining({ id: paper, sourceLabel: 'formulier 14', title: 'Schooltijden' })
	);
	expect(theme?.sources).toContainEqual(
		expect.objectContaining({ id: note, number: 1, tableNumber: 1, slug: 'avond' })
	);
	expect((await it.uncoded()).map(({ id }) => id)).toEqual([left]);
});

test('one source may belong to more than one theme, and is taken away from one of them', async () => {
	const it = await aTheme();
	const note = await aNote(it, 1);
	const other = await makeTheme(it.moderator, SLUG, { title: 'Eerst spelen' });
	await it.link(`note:${note}`);
	await linkSources(it.moderator, SLUG, other.id, [{ kind: 'note', id: note }]);
	await unlinkSource(it.moderator, SLUG, it.themeId, { kind: 'note', id: note });
	await unlinkSource(it.moderator, SLUG, it.themeId, { kind: 'note', id: note });

	const sources = (await it.themes()).map(({ title, sources }) => [title, sources.length]);
	expect(sources).toEqual([
		['Eerst spelen', 1],
		['Rust tijdens het eten', 0]
	]);
	expect(await it.uncoded()).toEqual([]);
});

test('themes stand in the order of how many speak through them, then of their place', async () => {
	const it = await aTheme();
	const supporters = it.families.map(({ personId }) => personId);
	const loved = await aContribution(it, { supporters });
	const others = [await aNote(it, 1), await aNote(it, 2)];
	const made = [];
	for (const title of ['Kosten', 'Kleuters', 'Plein']) {
		made.push((await makeTheme(it.moderator, SLUG, { title })).id);
	}
	const [costs = '', toddlers = '', square = ''] = made;
	await linkSources(it.moderator, SLUG, costs, [`note:${others[0] ?? ''}`]);
	await linkSources(it.moderator, SLUG, toddlers, [`contribution:${loved}`]);
	await linkSources(it.moderator, SLUG, square, [`note:${others[1] ?? ''}`]);
	await changeTheme(it.moderator, SLUG, square, { title: 'Plein', position: 1, minority: 'on' });

	expect((await it.themes()).map(({ title, voices }) => [title, voices])).toEqual([
		['Kleuters', 7],
		['Plein', 1],
		['Kosten', 1],
		['Rust tijdens het eten', 0]
	]);
	expect((await it.themes()).map(({ minority }) => minority)).toEqual([false, true, false, false]);
});

test('of hidden and withdrawn words nothing shows, and nothing counts', async () => {
	const it = await aTheme();
	const supporters = it.families.map(({ personId }) => personId);
	const hidden = await aContribution(it, { body: 'Juf K.', html: '<p>Juf K.</p>', supporters });
	const withdrawn = await aContribution(it, { body: 'Juf K.', html: '<p>Juf K.</p>' });
	const note = await aNote(it, 1, { body: 'Juf K.' });
	const keys = [`contribution:${hidden}`, `contribution:${withdrawn}`, `note:${note}`];
	await it.link(...keys);
	for (const key of keys) await quoteSource(it.moderator, SLUG, it.themeId, key, true);
	await it.school.store.write(async (tx) => {
		const which = (id: string) => eq(contributions.id, id);
		await tx.update(contributions).set({ hiddenAt: NOON, hiddenRule: 3 }).where(which(hidden));
		await tx.update(contributions).set({ withdrawnAt: NOON }).where(which(withdrawn));
		await tx.update(tableNotes).set({ withdrawnAt: NOON });
	});

	const [theme] = await it.themes();
	expect(theme).toMatchObject({ sources: [], support: 0, nodded: 0, voices: 0 });
	const shown = await showWorkbench(it.moderator, SLUG, ALL);
	expect(JSON.stringify([theme, shown, await it.uncoded()])).not.toContain('Juf K.');
	for (const key of keys) {
		const gone = new Conflict('theme.source-gone');
		await expect(it.link(key)).rejects.toThrow(gone);
		await expect(quoteSource(it.moderator, SLUG, it.themeId, key, true)).rejects.toThrow(gone);
	}
});

test('what staff, council or a moderator says is no voice of parents', async () => {
	const it = await aTheme();
	const others = [
		await aContribution(it, { official: true, badge: 'staff' }),
		await aContribution(it, { badge: 'staff' }),
		await aContribution(it, { badge: 'council' }),
		await aContribution(it, { badge: 'moderator' })
	];
	expect(await it.uncoded()).toEqual([]);
	for (const id of others) await expect(it.link(`contribution:${id}`)).rejects.toThrow(NotFound);
});

test('a draft has no themes for whoever may not know of it: it is not there', async () => {
	const it = await aTheme();
	await it.school.store.write((tx) => tx.update(consultations).set({ openedAt: null }));
	const parent = it.families[0]?.ctx ?? it.moderator;
	await expect(makeTheme(parent, SLUG, { title: 'Eten' })).rejects.toThrow(NotFound);
	await expect(showWorkbench(parent, SLUG, ALL)).rejects.toThrow(NotFound);
});

test('support of a theme counts a person once, however many of its contributions they support', async () => {
	const it = await aTheme(8);
	const people = it.families.map(({ personId }) => personId);
	const places = fc.subarray(people.map((_, n) => n));
	await fc.assert(
		fc.asyncProperty(fc.array(places, { maxLength: 5 }), async (supported) => {
			const { id } = await makeTheme(it.moderator, SLUG, { title: newId() });
			const keys = [];
			for (const places of supported) {
				const supporters = places.map((n) => people[n] ?? '');
				keys.push(`contribution:${await aContribution(it, { supporters })}`);
			}
			if (keys.length > 0) await linkSources(it.moderator, SLUG, id, keys);

			const theme = (await it.themes()).find((theme) => theme.id === id);
			const once = new Set(supported.flat()).size;
			expect(theme?.support).toBe(once);
			expect(theme?.voices).toBe(once + supported.length);
		}),
		{ numRuns: 20 }
	);
});
