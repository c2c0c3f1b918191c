import { describe, expect, test } from 'vitest';
import { answerTheme } from './answer-theme.ts';
import { completeConsultation } from './complete-consultation.ts';
import { keepPromise } from './keep-promise.ts';
import { publishReport } from './publish-report.ts';
import { getEdition } from './queries.ts';
import { showAnswers, showReportDesk } from './show-desk.ts';
import { exportReport, showReport } from './show-report.ts';
import { writeReport } from './write-report.ts';
import { tableNotes } from '#features/evenings/server/schema.ts';
import { decideContribution } from '#features/moderation/server/decide-contribution.ts';
import { publishHouseRules } from '#features/house-rules/server/publish-house-rules.ts';
import { importThread } from '#features/panels/server/import-thread.ts';
import { withdrawContribution } from '#features/panels/server/withdraw-contribution.ts';
import { showWorkbench } from '#features/themes/server/show-workbench.ts';
import { sourceNamed } from '#features/themes/source.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { aDraftedConsultation, DRAFTING } from '#tests/support/draft.ts';
import { ANSWER, counted, form, publish, quoted, SLUG, WORDS } from '#tests/support/reported.ts';
import { aContribution } from '#tests/support/said.ts';
import { at } from '#tests/support/world.ts';

const SAID = 'Mijn dochter slaapt om twee uur bijna op haar bord.';
const NOTED = 'Tien minuten is te kort';

const EVERYTHING = { origin: null, theme: null, page: 1 };
/** A thread of one contribution, as it is taken over from another website. */
const AN_IMPORT = {
	threads: [
		{
			id: 'thread',
			title: 'Vraag over het eten',
			lang: 'nl',
			comments: [
				{
					...{ id: 'top', parent: null, position: 0, depth: 1, text: SAID },
					...{ author: 'Iemand van elders', created: '2026-05-12T10:00:00Z' }
				}
			]
		}
	]
};

/** A published report that quotes a contribution of the first family, and a note. */
async function quoting() {
	const it = await counted();
	const [family] = it.families;
	if (!family) throw new Error('a family is needed');
	const writer = at(family.ctx, it.council.now);
	const saidId = await aContribution(it, {
		body: SAID,
		authorId: family.personId,
		badgeNote: 'groep 1'
	});
	await quoted(it, { kind: 'contribution', id: saidId });
	await quoted(it, { kind: 'note', id: it.noteId });
	await publish(it);
	return { ...it, writer, saidId };
}

const quotesOf = async (ctx: Context) =>
	(await showReport(ctx, SLUG)).document.themes.flatMap(({ quotes }) => quotes);

test('a quote of a parent says that a parent said it, and not what they put beside that', async () => {
	const it = await quoting();
	const quote = (await quotesOf(it.council)).find(({ source }) => source.id === it.saidId);
	expect(quote?.by).toBe('een ouder');
	expect((await exportReport(it.council, SLUG)).bytes).not.toContain('groep 1');
});

test('a quote from an imported thread is said by a parent, not by the title of the thread', async () => {
	const it = await counted();
	const moderator = at(it.moderator, it.council.now);
	await importThread(moderator, SLUG, 'gesprek', AN_IMPORT);
	const piece = (await showWorkbench(moderator, SLUG, EVERYTHING)).pieces.find(
		({ text }) => text === SAID
	);
	expect(piece).toMatchObject({ sourceLabel: null, title: 'Schooltijden' });
	await quoted(it, sourceNamed(piece?.key ?? '') ?? { kind: 'note', id: it.noteId });
	await publish(it);
	const [quote] = await quotesOf(it.council);
	expect(quote).toMatchObject({ text: SAID, by: 'een ouder' });
	expect((await exportReport(it.council, SLUG)).bytes).not.toContain('Vraag over het eten');
});

describe('words that are taken away after the report was published', () => {
	test('stand in it as long as they stand where they were said', async () => {
		const it = await quoting();
		const texts = (await quotesOf(it.school.guest(it.council.now))).map(({ text }) => text);
		expect(texts.toSorted()).toEqual([SAID, NOTED].toSorted());
		const { text } = await getEdition(it.school.store.read, it.consultationId);
		expect((await exportReport(it.council, SLUG)).bytes).toBe(text);
	});

	test('are gone from page and exports when they are hidden, and come back when restored', async () => {
		const it = await quoting();
		await publishHouseRules(it.council, { rules: ['Een.', 'Twee.', 'Geen namen.'] });
		await decideContribution(it.moderator, it.saidId, {
			action: 'hide',
			rule: '3',
			reason: 'Hierin stond een naam.'
		});
		const quote = (await quotesOf(it.council)).find(({ source }) => source.id === it.saidId);
		expect(quote).toMatchObject({
			text: '',
			by: '',
			gone: { kind: 'hidden', rule: 3, words: 'Geen namen.' }
		});
		const served = await exportReport(it.council, SLUG);
		expect(served.bytes).toBeNull();
		expect(JSON.stringify(served)).not.toContain('slaapt');

		await publishHouseRules(it.council, { rules: ['Geen namen.', 'Twee.', 'Drie.'] });
		expect((await quotesOf(it.council)).find(({ gone }) => gone)?.gone).toEqual({
			...{ kind: 'hidden', rule: 3, words: 'Geen namen.' }
		});
		await decideContribution(it.moderator, it.saidId, { action: 'restore', reason: 'Mocht toch.' });
		expect((await exportReport(it.council, SLUG)).bytes).toContain('slaapt');
	});

	test('are gone when their writer takes them back, with who said it; the edition stays', async () => {
		const it = await quoting();
		const before = await getEdition(it.school.store.read, it.consultationId);
		await withdrawContribution(it.writer, it.saidId);
		const served = await exportReport(it.council, SLUG);
		expect(JSON.stringify(served)).not.toMatch(/slaapt|groep 1/);
		expect(served.document.themes[0]?.quotes.map(({ gone }) => gone?.kind)).toContain('withdrawn');

		const after = await getEdition(it.school.store.read, it.consultationId);
		expect([after.text, after.hash]).toEqual([before.text, before.hash]);
		expect(served.hash).toBe(sha256(after.text));
	});

	test('are gone with the note that they stood on', async () => {
		const it = await quoting();
		await it.school.store.write((tx) =>
			tx.update(tableNotes).set({ body: '', withdrawnAt: it.council.now })
		);
		expect(JSON.stringify(await showReport(it.council, SLUG))).not.toContain(NOTED);
	});
});

test('an older edition is exported as it was, beside the latest', async () => {
	const it = await quoting();
	const again = form({ ...WORDS, outcome: 'Een andere uitkomst.', changes: 'De uitkomst.' });
	await publishReport(it.council, SLUG, again);
	const guest = it.school.guest(it.council.now);
	const [first, second, last] = [
		await exportReport(guest, SLUG, 1),
		await exportReport(guest, SLUG, 2),
		await exportReport(guest, SLUG)
	];
	expect([first.number, second.number, last.number]).toEqual([1, 2, 2]);
	expect(first.document.words).toEqual(WORDS);
	for (const { bytes, hash } of [first, second]) expect(sha256(bytes ?? '')).toBe(hash);
	await expect(exportReport(guest, SLUG, 3)).rejects.toThrow(NotFound);
});

describe('the report of a consultation in the making', () => {
	const WAYS: Readonly<Record<string, (ctx: Context) => Promise<unknown>>> = {
		showReport: (ctx) => showReport(ctx, SLUG),
		exportReport: (ctx) => exportReport(ctx, SLUG),
		showReportDesk: (ctx) => showReportDesk(ctx, SLUG),
		showAnswers: (ctx) => showAnswers(ctx, SLUG),
		writeReport: (ctx) => writeReport(ctx, SLUG, form(WORDS)),
		publishReport: (ctx) => publishReport(ctx, SLUG, form(WORDS)),
		answerTheme: (ctx) => answerTheme(ctx, SLUG, 'theme', ANSWER),
		keepPromise: (ctx) => keepPromise(ctx, SLUG, 'theme'),
		completeConsultation: (ctx) => completeConsultation(ctx, SLUG, 'Klaar.')
	};

	test.each(Object.keys(WAYS))('is not there for who may not know of it: %s', async (way) => {
		const { school } = await aDraftedConsultation();
		for (const role of ['parent', 'staff', 'decider'] as const) {
			const asked = WAYS[way]?.(await school.a(role, DRAFTING));
			await expect(asked, role).rejects.toThrow(NotFound);
		}
	});
});
