import { expect, test } from 'vitest';
import { GET as json } from '../src/routes/[scope]/consultations/[consultation]/report/document.json/+server.ts';
import { GET as markdown } from '../src/routes/[scope]/consultations/[consultation]/report/document.md/+server.ts';
import { GET as csv } from '../src/routes/[scope]/consultations/[consultation]/report/tally.csv/+server.ts';
import { nl } from '#i18n/nl/index.ts';
import { listEditions } from '#features/reports/server/queries.ts';
import { publishReport } from '#features/reports/server/publish-report.ts';
import { withdrawContribution } from '#features/panels/server/withdraw-contribution.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { type Counted, counted, form, publish, quoted, SLUG, WORDS } from './support/reported.ts';
import { aContribution } from './support/said.ts';
import { at } from './support/world.ts';

type Handler = typeof json | typeof markdown | typeof csv;

/** What a guest gets at the address of an export. */
async function fetched({ school, council }: Counted, handler: Handler, query = '') {
	const url = new URL(`https://school.example/export${query}`);
	const ctx = school.guest(council.now);
	const event = { locals: { ctx, text: nl }, params: { scope: '', consultation: SLUG }, url };
	const response = await (handler as (it: unknown) => Promise<Response>)(event);
	return { text: await response.text(), name: response.headers.get('content-disposition') };
}

test('the edition that is asked for is the one that is exported, to the last byte', async () => {
	const it = await counted();
	await publish(it);
	const later = form({ ...WORDS, outcome: 'Een andere uitkomst.', changes: 'De uitkomst.' });
	await publishReport(it.council, SLUG, later);
	const [second, first] = await listEditions(it.school.store.read, it.consultationId);

	const old = await fetched(it, json, '?edition=1');
	expect([sha256(old.text), old.name]).toEqual([
		first?.hash,
		'attachment; filename="schooltijden-1.json"'
	]);
	expect(sha256((await fetched(it, json)).text)).toBe(second?.hash);
	expect((await fetched(it, markdown, '?edition=1')).text).toContain(WORDS.outcome);
	expect((await fetched(it, markdown, '?edition=2')).text).toContain('Een andere uitkomst.');
	expect((await fetched(it, csv, '?edition=1')).name).toContain('schooltijden-1.csv');
	expect((await fetched(it, csv)).name).toContain('schooltijden-2.csv');
});

test('words that were withdrawn are in no export, and each says what the fingerprint is of', async () => {
	const it = await counted();
	const [family] = it.families;
	if (!family) throw new Error('a family is needed');
	const id = await aContribution(it, { body: 'Laat het zo.', authorId: family.personId });
	await quoted(it, { kind: 'contribution', id });
	await publish(it);
	const [edition] = await listEditions(it.school.store.read, it.consultationId);
	expect((await fetched(it, markdown)).text).toContain('Laat het zo.');

	await withdrawContribution(at(family.ctx, it.council.now), id);
	const said = (await fetched(it, json)).text;
	expect(sha256(said)).not.toBe(edition?.hash);
	expect(JSON.parse(said)).toMatchObject({
		removed: {
			note: `${nl.reports.gone.since} ${nl.reports.gone.fingerprint}`,
			hash: edition?.hash,
			quotes: [{ kind: 'contribution', id, gone: { kind: 'withdrawn' } }]
		},
		themes: [{ quotes: [{ text: nl.reports.gone.withdrawn, by: '', translation: null }] }]
	});
	const told = (await fetched(it, markdown)).text;
	expect(told).toContain(nl.reports.gone.withdrawn);
	expect(told).toContain(nl.reports.gone.since);
	for (const handler of [json, markdown, csv])
		expect((await fetched(it, handler)).text).not.toContain('Laat het zo.');
});
