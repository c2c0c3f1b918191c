import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { NotFound } from '#kernel/errors.ts';
import { requirePerson } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { CLOSES } from '#tests/support/consultation.ts';
import { aPanel, idsIn, levelOf } from '#tests/support/panel.ts';
import { at, minutesLater } from '#tests/support/world.ts';
import { editContribution } from './edit-contribution.ts';
import { panels } from './schema.ts';
import { showPanel } from './show-panel.ts';
import { supportContribution } from './support-contribution.ts';

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
		await supportContribution(two, loved, true);
		await supportContribution(three, loved, true);
		await supportContribution(three, fresh, true);
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

	test('keeps the unsent words of each writer apart, on whatever device they share', async () => {
		const { one, two, show } = await aPanel();
		const draftOf = async (who: typeof one) => (await show(who)).writer?.draft;
		expect(await draftOf(one)).toMatch(/^[0-9a-f]{16}$/);
		expect(await draftOf(one)).toBe(await draftOf(one));
		expect(await draftOf(one)).not.toBe(await draftOf(two));
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
		await supportContribution(one, theirs, true);
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

test('who has several roles may choose at first, and sees later which one they keep here', async () => {
	const { one, post, show, school } = await aPanel();
	const both = school.as(requirePerson(one), ['parent', 'council']);
	expect((await show(both)).writer).toMatchObject({
		badges: ['parent', 'council'],
		locked: false,
		official: true
	});
	await post(both, { body: 'Als ouder', badge: 'parent' });
	expect((await show(both)).writer).toMatchObject({
		badges: ['parent'],
		locked: true,
		official: false
	});
});
