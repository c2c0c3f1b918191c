import fc from 'fast-check';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '#i18n/catalogue.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';
import type { Said, Standpoint, View } from '../said.ts';
import { treeOf } from '../thread.ts';
import { editContribution } from './edit-contribution.ts';
import { hideContribution } from './hide-contribution.ts';
import { postContribution } from './post-contribution.ts';
import { getContribution } from './queries.ts';
import { assemble, renderFor, renderThread } from './render-thread.ts';
import { contributions, panels } from './schema.ts';
import { showPanel } from './show-panel.ts';
import { supportContribution } from './support-contribution.ts';
import { withdrawContribution } from './withdraw-contribution.ts';

async function aPanel(visibility: 'audience' | 'public' = 'audience') {
	const consulted = await aConsultation({ families: 3, visibility });
	const [one, two, three] = consulted.families.map(({ ctx }) => ctx);
	if (!one || !two || !three) throw new Error('three families are needed');
	const post = (ctx: Context, input: Record<string, string>) =>
		postContribution(ctx, 'schooltijden', 'gesprek', input);
	const show = async (ctx: Context, query = '') => {
		const shown = await showPanel(ctx, 'schooltijden', 'gesprek', new URLSearchParams(query));
		return { ...shown, html: shown.thread.before.html + shown.thread.after.html };
	};
	return { ...consulted, one, two, three, post, show };
}

/** The ids of the contributions on a page, in the order in which they stand there. */
const idsIn = (html: string) =>
	[...html.matchAll(/<li class="post[^>]*id="r(\w+)"/g)].map(([, id]) => id);
/** How deep a contribution stands. */
const levelOf = (html: string, id: string) => {
	const before = html.slice(0, html.indexOf(`id="r${id}"`));
	return before.split('<ol').length - before.split('</ol>').length;
};

describe('a panel', () => {
	test('shows threads: answers under what they answer, three deep', async () => {
		const { one, two, post, show } = await aPanel();
		const a = await post(one, { body: 'A' });
		const b = await post(two, { body: 'B', answers: a });
		const c = await post(one, { body: 'C', answers: b });
		const d = await post(two, { body: 'D', answers: c });
		const { html } = await show(one);
		expect(idsIn(html)).toEqual([a, b, c, d]);
		expect([a, b, c, d].map((id) => levelOf(html, id))).toEqual([1, 2, 3, 3]);
		expect(html).toContain(`href="?at=${c}#r${c}">antwoord aan Een ouder`);
	});

	test('is sorted as asked', async () => {
		const { one, two, three, post, show } = await aPanel();
		const old = await post(one, { body: 'oud' });
		const loved = await post(at(one, minutesLater(1)), { body: 'geliefd' });
		const fresh = await post(at(one, minutesLater(2)), { body: 'nieuw' });
		await supportContribution(two, loved);
		await supportContribution(three, loved);
		await supportContribution(three, fresh);
		const orderOf = async (query: string) => idsIn((await show(one, query)).html);
		expect(await orderOf('')).toEqual([loved, fresh, old]);
		expect(await orderOf('sort=newest')).toEqual([fresh, loved, old]);
		expect(await orderOf('sort=oldest')).toEqual([old, loved, fresh]);
		expect(await orderOf('sort=hidden_reason')).toEqual([loved, fresh, old]);
	});

	test('can be narrowed to a kind, also of answers, and says how many there are of each', async () => {
		const { one, two, post, show } = await aPanel();
		const a = await post(one, { body: 'A', stance: 'for' });
		const b = await post(two, { body: 'B', answers: a, stance: 'question' });
		const { html, counts } = await show(one, 'stance=question');
		expect(idsIn(html)).toEqual([b]);
		expect(html).toContain('antwoord aan');
		expect(counts.total).toBe(2);
		expect(counts.stances.map(({ n }) => n)).toEqual([1, 0, 1, 0]);
		expect(idsIn((await show(one, 'origin=paper')).html)).toEqual([]);
		expect(idsIn((await show(one, 'origin=online&origin=phone')).html)).toHaveLength(2);
	});

	test('shows a change of anybody at once', async () => {
		const { one, two, post, show } = await aPanel();
		await post(one, { body: 'eerste' });
		expect((await show(two)).html).not.toContain('tweede');
		await post(one, { body: 'tweede' });
		expect((await show(two)).html).toContain('tweede');
	});

	test('leaves no trace of who reads', async () => {
		const { one, post, show, school } = await aPanel();
		const id = await post(one, { body: 'Dag' });
		const before = await school.store.read.select().from(journal);
		const [panel] = await school.store.read.select().from(panels);
		await show(one, `at=${id}`);
		await show(one, `reply=${id}`);
		expect(await school.store.read.select().from(journal)).toEqual(before);
		expect(await school.store.read.select().from(panels)).toEqual([panel]);
	});
});

describe('who may read', () => {
	test('a panel for the audience is not there for guests and people of other schools', async () => {
		const { school, show } = await aPanel();
		const notThere = new NotFound('not-found');
		await expect(show(school.guest())).rejects.toThrow(notThere);
		await expect(show(school.as('somebody', []))).rejects.toThrow(notThere);
		const other = await school.anotherSchool();
		await expect(show(await other.a('parent'))).rejects.toThrow(notThere);
	});

	test('guests read a public panel without names, and cannot do anything there', async () => {
		const { one, post, show, school } = await aPanel('public');
		const staff = await school.a('staff');
		const id = await post(one, {
			body: 'Mijn woorden',
			name: 'pseudonym',
			pseudonym: 'Zonnebloem',
			note: 'groep 6'
		});
		await post(staff, {
			body: 'Dank u',
			name: 'own',
			official: 'yes',
			answers: id,
			note: 'directeur'
		});

		const { html, may, writer } = await show(school.guest());
		expect(html).toContain('Mijn woorden');
		expect(html).not.toMatch(/Zonnebloem|groep 6|Iemand \(staff\)/);
		expect(html).toContain('Een ouder');
		expect(html).toContain('directeur');
		expect(html).not.toMatch(/<button|reply=/);
		expect(may).toEqual({ post: false, enter: false });
		expect(writer).toBeNull();
		expect((await show(one)).html).toMatch(/Zonnebloem.*groep 6/s);
	});

	test('in English everything around the words is English', async () => {
		const { one, two, post, show } = await aPanel();
		await post(one, { body: 'Dag', stance: 'idea' });
		const { html } = await show({ ...two, locale: 'en' });
		expect(html).toContain('A parent');
		expect(html).toContain('I think so too');
		expect((await show(one)).html).toContain('Een ouder');
	});
});

describe('what a reader can do', () => {
	test('depends on whose words they are and what they did before', async () => {
		const { one, two, post, show } = await aPanel();
		const mine = await post(one, { body: 'van mij' });
		const theirs = await post(two, { body: 'van een ander' });
		await supportContribution(one, theirs);
		const { html } = await show(one);
		expect(html).toContain(`href="?edit=${mine}#edit"`);
		expect(html).not.toContain(`value="${mine}"`);
		expect(html).not.toContain(`edit=${theirs}`);
		expect(html).toMatch(new RegExp(`value="${theirs}"[^>]*aria-pressed="true"`));
		expect((await show(two)).html).toContain(`edit=${theirs}`);
	});

	test('ends with the consultation, but for taking back one’s own words', async () => {
		const { one, post, show } = await aPanel();
		const id = await post(one, { body: 'van mij' });
		const { html, may } = await show(at(one, CLOSES), `reply=${id}`);
		expect(html).not.toMatch(/<button|reply=|edit=/);
		expect(html).toContain(`withdraw=${id}`);
		expect(may.post).toBe(false);
	});

	test('a form stands under the contribution it is about, and the thread stays whole', async () => {
		const { one, two, post, show } = await aPanel();
		const a = await post(one, { body: 'A' });
		await post(two, { body: 'B', answers: a });
		const whole = (await show(two)).html;
		const { thread, html } = await show(two, `reply=${a}`);
		expect(thread.insert).toMatchObject({ kind: 'reply', id: a });
		expect(thread.before.html).toContain('A</p>');
		expect(idsIn(thread.before.html)).toEqual([a]);
		expect(html).toBe(whole);
	});

	test('only the writer gets the form to change or withdraw', async () => {
		const { one, two, post, show } = await aPanel();
		const id = await post(one, { body: 'A', stance: 'idea' });
		expect((await show(one, `edit=${id}`)).thread.insert).toEqual({
			kind: 'edit',
			id,
			body: 'A',
			stance: 'idea',
			free: true
		});
		expect((await show(two, `edit=${id}`)).thread.insert).toBeNull();
		expect((await show(two, `withdraw=${id}`)).thread.insert).toBeNull();
		expect((await show(one, `withdraw=${id}`)).thread.insert).toEqual({ kind: 'withdraw', id });
		expect((await show(one, 'edit=nowhere')).thread.insert).toBeNull();
	});

	test('what a changed contribution said before is shown to who asks', async () => {
		const { one, two, post, show } = await aPanel();
		const id = await post(one, { body: 'Eerst' });
		await editContribution(at(one, minutesLater(30)), id, { body: 'Later' });
		const { html, thread } = await show(two, `history=${id}`);
		expect(html).toContain(`history=${id}#history`);
		expect(html).not.toContain('Eerst');
		expect(thread.insert).toMatchObject({ kind: 'history', edits: [{ body: 'Eerst' }] });
	});
});

describe('what is gone', () => {
	test('hidden words are in nothing that a reader gets, in whatever way they look', async () => {
		const { one, two, post, show, school } = await aPanel('public');
		const id = await post(one, {
			body: 'Juf KANARIE let nooit op',
			name: 'pseudonym',
			pseudonym: 'KANARIEVOGEL',
			note: 'KANARIEGROEP',
			stance: 'against'
		});
		await editContribution(at(one, minutesLater(30)), id, { body: 'KANARIE twee' });
		const reply = await post(two, { body: 'Dat vind ik ook', answers: id });
		const contribution = await getContribution(school.store.read, school.scope, id);
		await school.store.write((tx) =>
			hideContribution(tx, contribution, {
				rule: 3,
				reason: 'Hierin stond een naam.',
				now: one.now
			})
		);

		const readers = [
			one,
			two,
			school.guest(),
			await school.a('moderator'),
			await school.a('council')
		];
		const ways = ['', 'sort=newest', 'stance=against', 'origin=online'].concat(
			['at', 'reply', 'edit', 'history', 'withdraw'].map((kind) => `${kind}=${id}`),
			`at=${reply}`
		);
		for (const reader of readers)
			for (const way of ways)
				expect(JSON.stringify(await show(reader, way)), way).not.toContain('KANARIE');
		const { html } = await show(two);
		expect(html).toContain('Hierin stond een naam.');
		expect(html).toContain('Huisregel 3');
		expect(html).toContain('12 mei 2027');
		expect((await show(two, 'origin=online')).html).toContain('antwoord aan een verborgen reactie');
	});

	test('a withdrawn contribution leaves a line only where others answered', async () => {
		const { one, two, post, show } = await aPanel();
		const alone = await post(one, { body: 'alleen' });
		const answered = await post(one, { body: 'beantwoord' });
		const reply = await post(two, { body: 'antwoord', answers: answered });
		await withdrawContribution(one, alone);
		await withdrawContribution(one, answered);
		const { html } = await show(two);
		expect(idsIn(html)).toEqual([answered, reply]);
		expect(html).toContain('De schrijver heeft deze reactie ingetrokken.');
		await withdrawContribution(two, reply);
		expect(idsIn((await show(two)).html)).toEqual([]);
	});
});

describe('a long panel', () => {
	async function aLongPanel(roots: number, repliesToFirst: number) {
		const panel = await aPanel();
		const { school, panelId } = panel;
		const row = (nth: number, parentId: string | null) => ({
			id: `${parentId ? 'reply' : 'top'}${String(nth)}`,
			panelId,
			parentId,
			rootId: parentId ?? `top${String(nth)}`,
			depth: parentId ? 2 : 1,
			displayName: 'Wilg',
			badge: 'parent' as const,
			origin: 'online' as const,
			body: 'tekst',
			html: '<p>tekst</p>',
			language: 'nl',
			createdAt: minutesLater(nth)
		});
		const rows = [
			...Array.from({ length: roots }, (_, nth) => row(nth, null)),
			...Array.from({ length: repliesToFirst }, (_, nth) => row(nth, 'top0'))
		];
		await school.store.write(async (tx) => {
			for (let from = 0; from < rows.length; from += 100)
				await tx.insert(contributions).values(rows.slice(from, from + 100));
		});
		return panel;
	}

	test('comes in pages of at most 200, and every contribution is on one of them', async () => {
		const { one, show } = await aLongPanel(250, 420);
		const { pages } = await show(one, 'sort=oldest');
		const shown = await Promise.all(
			Array.from({ length: pages }, (_, nth) => show(one, `sort=oldest&page=${String(nth + 1)}`))
		);
		expect(shown.map(({ html }) => idsIn(html).length)).toEqual([200, 200, 21, 200, 49]);
		expect(new Set(shown.flatMap(({ html }) => idsIn(html))).size).toBe(670);
		expect((await show(one, 'page=99')).page).toBe(pages);
	});

	test('a permalink leads to the page on which the contribution stands', async () => {
		const { one, show } = await aLongPanel(250, 420);
		for (const id of ['top0', 'top249', 'reply0', 'reply250', 'reply419'])
			expect(idsIn((await show(one, `sort=oldest&at=${id}`)).html)).toContain(id);
		expect(await show(one, 'at=nowhere')).toMatchObject({ page: 1 });
	});

	test('in one list as well', async () => {
		const { one, show } = await aLongPanel(250, 0);
		expect(idsIn((await show(one, 'origin=online')).html)).toHaveLength(200);
		expect(idsIn((await show(one, 'origin=online&page=2')).html)).toHaveLength(50);
	});
});

test('the thread from the cache is the thread as the components render it, for every reader', async () => {
	const words = await loadCatalogue('nl');
	const view: View = { home: '/school', year: 2027, open: true, query: '' };
	const said = (nth: number, parentId: string | null): Said => ({
		id: `c${String(nth)}`,
		parentId,
		name: nth % 3 === 0 ? null : `Naam <${String(nth)}> $& $1`,
		badge: 'parent',
		masked: nth % 3 === 0,
		badgeNote: null,
		official: nth % 5 === 0,
		stance: nth % 2 === 0 ? 'idea' : null,
		origin: 'online',
		sourceLabel: null,
		imported: false,
		html: nth % 7 === 6 ? null : `<p>Woorden; [${String(nth)}] &lt;!-- --&gt;</p>`,
		language: 'nl',
		translation: null,
		createdAt: minutesLater(nth),
		editedAt: nth % 4 === 0 ? minutesLater(nth + 60) : null,
		withdrawnAt: null,
		hidden: nth % 7 === 6 ? { at: minutesLater(nth), rule: 3, reason: 'Een naam.' } : null,
		supportCount: nth % 6,
		answered: null
	});
	const standpoints = fc.array(fc.constantFrom<Standpoint>('member', 'supporter', 'writer'), {
		minLength: 20,
		maxLength: 20
	});
	const parents = fc.array(fc.option(fc.nat()), { minLength: 20, maxLength: 20 });
	fc.assert(
		fc.property(
			standpoints,
			parents,
			fc.boolean(),
			fc.nat(19),
			(kinds, above, moderates, split) => {
				const tree = treeOf(
					above.map((it, nth) =>
						said(nth, it === null || nth === 0 ? null : `c${String(it % nth)}`)
					)
				);
				const as = (id: string) => kinds[Number(id.slice(1))] ?? 'member';
				const pieces = renderThread(words, tree, view, 'members');
				const direct = renderFor(words, tree, view, { as, moderates });
				const textOf = (parts: Uint8Array[]) => Buffer.concat(parts).toString();
				expect(assemble(pieces, { as, moderates }, null).map(textOf)).toEqual([direct, '']);
				const [before, after] = assemble(pieces, { as, moderates }, `c${String(split)}`);
				expect(textOf(before) + textOf(after)).toBe(direct);
			}
		),
		{ numRuns: 30 }
	);
});

test('a contribution of another panel is not found by pointing at it', async () => {
	const { one, post, show, school, panelId } = await aPanel();
	const id = await post(one, { body: 'ELDERS' });
	const other = {
		id: 'other',
		slug: 'ander',
		title: 'Ander',
		lead: '',
		position: 2,
		visibility: 'public' as const
	};
	const { consultationId } = await school.store.read
		.select()
		.from(panels)
		.where(eq(panels.id, panelId))
		.then(([it]) => it ?? { consultationId: '' });
	await school.store.write((tx) => tx.insert(panels).values({ ...other, consultationId }));
	const shown = await showPanel(
		school.guest(),
		'schooltijden',
		'ander',
		new URLSearchParams(`history=${id}`)
	);
	expect(JSON.stringify(shown)).not.toContain('ELDERS');
	expect((await show(one, `history=${id}`)).html).toContain('ELDERS');
});
