import { describe, expect, test } from 'vitest';
import { ruleChanges } from '#features/consultations/server/schema.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { journal } from '#kernel/server/schema.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { published } from '#tests/support/house-rules.ts';
import { at, minutesLater } from '#tests/support/world.ts';
import { editContribution } from './edit-contribution.ts';
import { enterContribution } from './enter-contribution.ts';
import { hideContribution } from './hide-contribution.ts';
import { openPanel } from './open-panel.ts';
import { postContribution } from './post-contribution.ts';
import { getContribution, getPanel, listContributions, listPanels } from './queries.ts';
import { showPanel } from './show-panel.ts';
import { translateContribution } from './translate-contribution.ts';
import { withdrawContribution } from './withdraw-contribution.ts';

async function aSchoolThatTalks() {
	const consulted = await aConsultation({ families: 2 });
	const { school } = consulted;
	const parent = consulted.families[0]?.ctx;
	if (!parent) throw new Error('a family is needed');
	const [moderator, council] = [await school.a('moderator'), await school.a('council')];
	const read = school.store.read;
	const stored = (id: string) => getContribution(read, school.scope, id);
	return { ...consulted, parent, moderator, council, read, stored };
}

const refused = async (work: Promise<unknown>) => {
	const error: unknown = await work.catch((it: unknown) => it);
	return error instanceof Invalid ? error.issues : error;
};

describe('a panel', () => {
	const lunch = { title: 'Lunch en pauze', lead: 'Hoe lang?', slug: 'lunch', visibility: 'public' };

	test('is added after those that are there', async () => {
		const { council, school, read } = await aSchoolThatTalks();
		await openPanel(council, 'schooltijden', lunch);
		expect(await getPanel(read, school.scope, 'schooltijden', 'lunch')).toMatchObject({
			...lunch,
			position: 2,
			version: 0
		});
		const lines = await read.select({ what: journal.what }).from(journal);
		expect(lines).toEqual([{ what: 'panel.opened' }]);
	});

	test('has an address of its own', async () => {
		const { council } = await aSchoolThatTalks();
		const slugged = (slug: string) => openPanel(council, 'schooltijden', { ...lunch, slug });
		expect(await refused(slugged('gesprek'))).toEqual({ slug: 'field.slug-taken' });
		for (const wrong of ['', 'Lunch', 'a b', '-a', 'a/b', 'é'])
			expect(await refused(slugged(wrong))).toEqual({ slug: 'field.invalid' });
	});

	test('is not added by parents, nor after the closing', async () => {
		const { council, parent, school } = await aSchoolThatTalks();
		await expect(openPanel(parent, 'schooltijden', lunch)).rejects.toThrow(
			new Forbidden('policy.no')
		);
		await expect(openPanel(at(council, CLOSES), 'schooltijden', lunch)).rejects.toThrow(
			new Conflict('consultation.closed')
		);
		const elsewhere = await (await school.anotherSchool()).a('council');
		await expect(openPanel(elsewhere, 'schooltijden', lunch)).rejects.toThrow(
			new NotFound('not-found')
		);
	});

	test('stays open as long as its consultation, also when that closes later than agreed', async () => {
		const { parent, school, consultationId } = await aSchoolThatTalks();
		const later = minutesLater(60, CLOSES);
		const show = (now: Date) =>
			showPanel(at(parent, now), 'schooltijden', 'gesprek', new URLSearchParams());
		expect((await show(CLOSES)).may.post).toBe(false);
		await school.store.write((tx) =>
			tx.insert(ruleChanges).values({
				consultationId,
				kind: 'closes-later',
				field: 'closesAt',
				before: CLOSES.toISOString(),
				after: later.toISOString(),
				reason: 'Wij wachten op een brief.',
				at: parent.now
			})
		);
		expect((await show(CLOSES)).may.post).toBe(true);
		expect((await show(CLOSES)).consultation.closesAt).toEqual(later);
		expect((await show(later)).may.post).toBe(false);
	});
});

describe('what comes on paper or by phone', () => {
	const paper = { origin: 'paper', source: 'formulier 14', body: 'Laat het zo.' };
	const enter = (ctx: Parameters<typeof enterContribution>[0], input: object) =>
		enterContribution(ctx, 'schooltijden', 'gesprek', input);

	test('is entered by a moderator, with where it came from and no writer', async () => {
		const { moderator, stored } = await aSchoolThatTalks();
		expect(await stored(await enter(moderator, { ...paper, stance: 'against' }))).toMatchObject({
			origin: 'paper',
			sourceLabel: 'formulier 14',
			displayName: 'Een ouder',
			namedAs: 'hidden',
			stance: 'against',
			authorId: null
		});
		const named = await enter(moderator, { ...paper, displayName: 'Ricardo J.', origin: 'phone' });
		expect(await stored(named)).toMatchObject({ displayName: 'Ricardo J.', origin: 'phone' });
	});

	test('needs its source, and cannot pretend to be online', async () => {
		const { moderator } = await aSchoolThatTalks();
		expect(await refused(enter(moderator, { ...paper, source: ' ', origin: 'online' }))).toEqual({
			source: 'field.required',
			origin: 'field.choose'
		});
	});

	test('can be entered after the closing, until the count is closed', async () => {
		const { moderator, parent } = await aSchoolThatTalks();
		await expect(enter(at(moderator, CLOSES), paper)).resolves.toBeTypeOf('string');
		await expect(enter(parent, paper)).rejects.toThrow(new Forbidden('policy.no'));
	});
});

describe('a translation', () => {
	test('stands beside the words, and goes when the words change', async () => {
		const { moderator, parent, stored } = await aSchoolThatTalks();
		const id = await postContribution(parent, 'schooltijden', 'gesprek', {
			body: 'Oğlum öğle yemeğini evde yiyor.',
			language: 'tr'
		});
		const given = { language: 'nl', text: 'Mijn zoon eet <thuis>.' };
		await translateContribution(moderator, id, given);
		expect((await stored(id)).translation).toEqual({ ...given, checked: 'human' });
		const { thread } = await showPanel(parent, 'schooltijden', 'gesprek', new URLSearchParams());
		expect(thread.before.html).toContain('Vertaling uit het Turks in het Nederlands');
		expect(thread.before.html).toContain('<p lang="nl" dir="ltr">Mijn zoon eet &lt;thuis>.</p>');

		await editContribution(parent, id, { body: 'Başka bir şey.' });
		expect((await stored(id)).translation).toBeNull();
	});
});

describe('what themes and reports get', () => {
	test('is what can be read, with where it stands, and counts of the same', async () => {
		const { parent, moderator, read, school, consultationId } = await aSchoolThatTalks();
		const post = (body: string) =>
			postContribution(parent, 'schooltijden', 'gesprek', { body, stance: 'idea' });
		const [kept, gone, hidden] = [await post('blijft'), await post('weg'), await post('verborgen')];
		await withdrawContribution(parent, gone);
		const edition = await published(school, ['Netjes praten.']);
		await school.store.write(async (tx) =>
			hideContribution(tx, await getContribution(tx, school.scope, hidden), {
				rule: 1,
				edition,
				reason: 'Zo niet.',
				now: parent.now
			})
		);
		const entered = await enterContribution(moderator, 'schooltijden', 'gesprek', {
			origin: 'paper',
			source: 'formulier 1',
			body: 'papier'
		});
		const listed = await listContributions(read, consultationId);
		expect(listed.map(({ id }) => id)).toEqual([kept, entered]);
		expect(listed[0]).toMatchObject({
			body: 'blijft',
			stance: 'idea',
			panel: { slug: 'gesprek', title: 'Schooltijden' }
		});
		expect(await listPanels(read, consultationId)).toMatchObject([
			{ slug: 'gesprek', total: 2, byOrigin: { online: 1, evening: 0, paper: 1, phone: 0 } }
		]);
	});
});
