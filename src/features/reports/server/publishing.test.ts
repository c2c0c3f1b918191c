import { expect, test } from 'vitest';
import { publishReport } from './publish-report.ts';
import { getEdition, listEditions } from './queries.ts';
import { showReportDesk } from './show-desk.ts';
import { writeReport } from './write-report.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { type Counted, counted, form, published, SLUG, WORDS } from '#tests/support/reported.ts';

const wordsAtDesk = async ({ council }: Counted) => (await showReportDesk(council, SLUG)).words;
const latest = ({ school, consultationId }: Counted) =>
	getEdition(school.store.read, consultationId);

test('what is typed beside the button is published with it, and kept', async () => {
	const it = await counted();
	await writeReport(it.council, SLUG, form({ ...WORDS, outcome: 'Een eerste versie.' }));
	await publishReport(it.council, SLUG, form({ ...WORDS, position: 'Wij stemmen niet in.' }));
	const { document } = await latest(it);
	expect(document.words).toEqual({ ...WORDS, position: 'Wij stemmen niet in.' });
	expect(await wordsAtDesk(it)).toEqual({ ...document.words, changes: '' });
});

test('a refused publishing names every field at once, and leaves the saved words alone', async () => {
	const it = await published();
	const typed = form({ ...WORDS, outcome: 'Een tweede versie.', minority: ' ', changes: '' });
	const publishing = publishReport(it.council, SLUG, typed);
	await expect(publishing).rejects.toThrow(Invalid);
	await expect(publishing).rejects.toMatchObject({
		issues: { minority: 'field.required', changes: 'field.required' }
	});
	expect(await wordsAtDesk(it)).toEqual({ ...WORDS, changes: '' });
	expect(await listEditions(it.school.store.read, it.consultationId)).toHaveLength(1);
});

test('a later edition says what changed, and what is too long is said at its field', async () => {
	const it = await published();
	const long = publishReport(it.council, SLUG, form({ ...WORDS, changes: 'a'.repeat(2001) }));
	await expect(long).rejects.toMatchObject({ issues: { changes: 'field.too-long' } });
	await publishReport(it.council, SLUG, form({ ...WORDS, changes: 'Een tikfout.' }));
	expect(await latest(it)).toMatchObject({ number: 2, changes: 'Een tikfout.' });
});

test('what changed is kept with the words until it is published', async () => {
	const it = await published();
	await writeReport(it.council, SLUG, form({ ...WORDS, changes: 'Eén zin is dui' }));
	expect((await wordsAtDesk(it)).changes).toBe('Eén zin is dui');
	await publishReport(it.council, SLUG, form({ ...WORDS, changes: 'Eén zin is duidelijker.' }));
	expect((await wordsAtDesk(it)).changes).toBe('');
	expect((await latest(it)).document.words).toEqual(WORDS);
});

test('a report of which nobody wrote a word is not published', async () => {
	const it = await counted();
	const publishing = publishReport(it.council, SLUG, form({ changes: '' }));
	await expect(publishing).rejects.toThrow(new Conflict('report.no-words'));
});
