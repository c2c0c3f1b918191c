import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { answerTheme } from './answer-theme.ts';
import { completeConsultation } from './complete-consultation.ts';
import { keepPromise } from './keep-promise.ts';
import { publishReport } from './publish-report.ts';
import { answersOf, getEdition, listEditions } from './queries.ts';
import { showReport } from './show-report.ts';
import { writeReport } from './write-report.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { publishHouseRules } from '#features/house-rules/server/publish-house-rules.ts';
import { decideContribution } from '#features/moderation/server/decide-contribution.ts';
import { linkSources } from '#features/themes/server/link-sources.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { aConsultation, type Consulted } from '#tests/support/consultation.ts';
import { AFTER, ANSWER, counted, form, published, SLUG, WORDS } from '#tests/support/reported.ts';
import { aContribution } from '#tests/support/said.ts';
import { at } from '#tests/support/world.ts';

const edition = (it: Consulted) => getEdition(it.school.store.read, it.consultationId);

test('a published report is frozen: its hash is that of its bytes, and the database refuses a change', async () => {
	const it = await published();
	const { text, hash, document, number } = await edition(it);
	expect([number, hash]).toEqual([1, sha256(text)]);
	expect(document.participation).toEqual({ part: 8, whole: 8 });
	expect(document.polls[0]?.tally?.options.map(({ count }) => count)).toEqual([0, 8, 0, 0]);
	expect(document.themes[0]?.sources).toHaveLength(1);
	const change = it.school.store.write((tx) =>
		tx.run(sql`update report_edition set document = '{}'`)
	);
	await expect(change).rejects.toThrow();
});

test('one ballot deleted from the database, and no report can be built', async () => {
	const it = await counted();
	await writeReport(it.council, SLUG, form(WORDS));
	await it.school.store.write((tx) =>
		tx.run(sql`delete from secret_ballot where id = (select min(id) from secret_ballot)`)
	);
	await expect(publishReport(it.council, SLUG, form({ changes: '' }))).rejects.toThrow(
		new Conflict('report.not-reconciled')
	);
	expect(await listEditions(it.school.store.read, it.consultationId)).toEqual([]);
});

test('a ballot that was changed behind the back of the count stops the report too', async () => {
	const it = await counted();
	await writeReport(it.council, SLUG, form(WORDS));
	await it.school.store.write(async (tx) => {
		await tx.run(sql`drop trigger secret_ballot_stands`);
		await tx.run(
			sql`update secret_ballot set choice = '{"choice":"a"}' where id = (select min(id) from secret_ballot)`
		);
	});
	await expect(publishReport(it.council, SLUG, form({ changes: '' }))).rejects.toThrow(
		new Conflict('report.not-reconciled')
	);
});

test('a report is not published without a word on the minority', async () => {
	const it = await counted();
	await writeReport(it.council, SLUG, form({ ...WORDS, minority: ' ' }));
	const publishing = publishReport(it.council, SLUG, form({ changes: '' }));
	await expect(publishing).rejects.toThrow(Invalid);
	await expect(publishing).rejects.toMatchObject({ issues: { minority: 'field.required' } });
});

test('nobody writes a report before the count is closed', async () => {
	const it = await aConsultation();
	const council = at(await it.school.a('council'), AFTER);
	await expect(writeReport(council, SLUG, form(WORDS))).rejects.toThrow(
		new Conflict('report.not-counted')
	);
});

test('a consultation is not done while a theme has no answer; then it is, with a last edition', async () => {
	const it = await published();
	await expect(completeConsultation(it.council, SLUG, 'Antwoorden erbij.')).rejects.toThrow(
		new Conflict('report.unanswered')
	);
	await answerTheme(it.decider, SLUG, it.themeId, ANSWER);
	await completeConsultation(it.council, SLUG, 'Antwoorden erbij.');

	const done = await getConsultation(it.school.store.read, it.school.scope, SLUG);
	expect(stageOf(done, AFTER)).toBe('done');
	const last = await edition(it);
	expect([last.number, last.changes]).toEqual([2, 'Antwoorden erbij.']);
	expect(last.document.answers).toMatchObject([{ theme: 'Eten', outcome: 'adopted' }]);
	await expect(answerTheme(it.decider, SLUG, it.themeId, ANSWER)).rejects.toThrow(
		new Conflict('report.finished')
	);
});

test('only the decision-maker answers, and only what was published', async () => {
	const it = await counted();
	await expect(answerTheme(it.decider, SLUG, it.themeId, ANSWER)).rejects.toThrow(
		new Conflict('report.not-yet')
	);
	await writeReport(it.council, SLUG, form(WORDS));
	await publishReport(it.council, SLUG, form({ changes: '' }));
	await expect(answerTheme(it.council, SLUG, it.themeId, ANSWER)).rejects.toThrow(Forbidden);
	await expect(answerTheme(it.decider, SLUG, 'elsewhere', ANSWER)).rejects.toThrow(NotFound);
	const elsewhere = await it.school.anotherSchool();
	const stranger = at(await elsewhere.a('decider'), AFTER);
	await expect(answerTheme(stranger, SLUG, it.themeId, ANSWER)).rejects.toThrow(NotFound);
});

test('a promise that passed shows to everybody, until it is kept', async () => {
	const it = await published();
	await answerTheme(it.decider, SLUG, it.themeId, ANSWER);
	const guest = it.school.guest(new Date('2027-09-02T10:00:00Z'));
	expect((await showReport(guest, SLUG)).answers[0]?.due).toBe('late');
	await keepPromise(at(it.decider, guest.now), SLUG, it.themeId);
	const { read } = it.school.store;
	expect((await answersOf(read, it.consultationId, '2027-09-03'))[0]?.due).toBe('done');
});

test('silence of the board shows the day after it promised to answer', async () => {
	const it = await published();
	const on = (iso: string) => showReport(it.school.guest(new Date(iso)), SLUG);
	expect((await on('2027-09-01T10:00:00Z')).overdue).toBe(false);
	expect((await on('2027-09-02T10:00:00Z')).overdue).toBe(true);
});

test('a published report stays as it was when a contribution is hidden afterwards', async () => {
	const it = await counted();
	const said = await aContribution(it, { body: 'Laat het zo.' });
	await linkSources(it.moderator, SLUG, it.themeId, [{ kind: 'contribution', id: said }]);
	await writeReport(it.council, SLUG, form(WORDS));
	await publishReport(it.council, SLUG, form({ changes: '' }));
	const before = (await edition(it)).hash;
	await publishHouseRules(it.council, { rules: ['Een.', 'Twee.', 'Geen namen.'] });
	const hide = { action: 'hide', rule: '3', reason: 'Hierin stond een naam.' };
	await decideContribution(it.moderator, said, hide);
	expect((await edition(it)).hash).toBe(before);
	await publishReport(it.council, SLUG, form({ changes: 'Eén reactie is verborgen.' }));
	const { document } = await edition(it);
	expect(document.themes[0]?.sources).toHaveLength(1);
	expect(document.moderation).toMatchObject({
		hidden: 1,
		byRule: [{ rule: 3, words: 'Geen namen.', count: 1 }]
	});
});
