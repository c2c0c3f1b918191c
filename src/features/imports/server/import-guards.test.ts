import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { decideAccess } from '#features/people/server/decide-access.ts';
import { applyImport } from './apply-import.ts';
import { cancelImport } from './cancel-import.ts';
import { breakOffImports } from './jobs.ts';
import { readHeaders } from './read-headers.ts';
import { importProfiles, importRows, importRuns } from './schema.ts';
import { showRun } from './show-run.ts';
import { startImport } from './start-import.ts';
import { households, memberships, people } from '#features/people/server/schema.ts';
import { Conflict, Forbidden, Invalid } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import {
	aSchoolWithGroups,
	bytes,
	COLUMNS,
	HEADER,
	imported,
	LIST,
	staged
} from '#tests/support/lists.ts';

test('a fault in the middle leaves the school as it was', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const { runId } = await staged(coordinator, LIST);
	// the journal is written last
	const broken: Context = {
		...coordinator,
		write: (work) =>
			coordinator.write(async (tx) => {
				const result = await work(tx);
				if ((await tx.$count(households)) > 0) throw new Error('the power fails');
				return result;
			})
	};
	await expect(applyImport(broken, runId)).rejects.toThrow('the power fails');
	const { read } = school.store;
	expect([await read.$count(households), await read.$count(memberships)]).toEqual([0, 1]);
	expect(await applyImport(coordinator, runId)).toMatchObject({ newParents: 7 });
});

test('two presses at one moment add the list once', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const { runId } = await staged(coordinator, LIST);
	const both = await Promise.allSettled([1, 2].map(() => applyImport(coordinator, runId)));
	expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	expect(await school.store.read.$count(people)).toBe(8);
});

test('what changed at the school since the preview is shown first', async () => {
	const { coordinator } = await aSchoolWithGroups();
	const { runId } = await staged(coordinator, LIST);
	const other = await staged(coordinator, LIST.slice(0, 4));
	await expect(applyImport(coordinator, runId)).rejects.toEqual(new Conflict('import.over'));
	await applyImport(coordinator, other.runId);
});

test('an import that is stopped leaves no row, also in the middle of reading', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const long = Array.from(
		{ length: 5000 },
		(_, n) => `K-${String(n)};Ouder;o${String(n)}@example.org;;;;`
	);
	const { id: runId, read } = await startImport(coordinator, bytes([HEADER, ...long]), COLUMNS);
	await cancelImport(coordinator, runId);
	await read;
	expect(await school.store.read.$count(importRows)).toBe(0);
	expect((await showRun(coordinator, runId)).state).toBe('cancelled');
	await expect(applyImport(coordinator, runId)).rejects.toEqual(new Conflict('import.over'));
});

test('an import that is stopped while it is compared with the school leaves no row', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const { read } = school.store;
	const slow: Context = {
		...coordinator,
		write: async (work) => {
			const [run] = await read.select().from(importRuns).where(eq(importRuns.state, 'reading'));
			// all rows are there: what is written next is what they come to
			if (run?.counts?.rows === 6) await cancelImport(coordinator, run.id);
			return coordinator.write(work);
		}
	};
	const started = await startImport(slow, bytes(LIST), COLUMNS);
	await started.read;
	expect(await read.$count(importRows)).toBe(0);
	expect((await showRun(coordinator, started.id)).state).toBe('cancelled');
});

test('after a start a list that was being read is broken off, and one that was applied is ready', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const { write, read } = school.store;
	const { runId } = await staged(coordinator, LIST);
	const become = (state: 'reading' | 'applying') =>
		write((tx) => tx.update(importRuns).set({ state }).where(eq(importRuns.id, runId)));
	await become('applying');
	await write((tx) => breakOffImports(tx, coordinator.now));
	expect((await showRun(coordinator, runId)).state).toBe('ready');
	await become('reading');
	await write((tx) => breakOffImports(tx, coordinator.now));
	expect(await read.$count(importRows)).toBe(0);
	expect(await showRun(coordinator, runId)).toMatchObject({ state: 'broken', isBusy: false });
});

test('columns of pupils and of what nobody may keep are refused, also when a form asks for them', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const list = bytes(['Roepnaam;Etniciteit;Naam ouder 1', 'Zebedeus;QXZ;Jan']);
	const asked = { 'column-0': 'first-1', 'column-1': 'group', 'column-2': 'name-1' };
	const error: unknown = await startImport(coordinator, list, asked).catch((it: unknown) => it);
	expect((error as Invalid).issues).toEqual({
		'column-0': 'import.of-pupil',
		'column-1': 'import.never'
	});
	const { read } = await startImport(coordinator, list, {
		'column-2': 'name-1',
		save: 'Ons systeem'
	});
	await read;
	const files = ['', '-wal'].map((suffix) => readFileSync(school.file + suffix, 'latin1')).join('');
	for (const word of ['Zebedeus', 'QXZ', 'Etniciteit', 'Roepnaam', 'Naam ouder 1'])
		expect(files).not.toContain(word);
});

test('a choice of columns that was kept is offered again, and its names cannot be read', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	const list = bytes(['Wie;Waar', 'Jan;Groep 3']);
	const chosen = { 'column-0': 'name-1', 'column-1': 'group', save: 'Ons systeem' };
	await (
		await startImport(coordinator, list, chosen)
	).read;
	const [profile] = await school.store.read.select().from(importProfiles);
	const { columns } = await readHeaders(coordinator, list, { profile: profile?.id ?? '' });
	expect(columns.map(({ target }) => target)).toEqual(['name-1', 'group']);
	expect(JSON.stringify(profile)).not.toContain('Waar');
});

test('files that are no list are refused with a reason beside the field', async () => {
	const { coordinator } = await aSchoolWithGroups();
	const refused = async (content: Buffer) => {
		const error: unknown = await readHeaders(coordinator, content, {}).catch((it: unknown) => it);
		return (error as Invalid).issues;
	};
	expect(await refused(Buffer.from('\uFEFF<?xml version="1.0"?><EDEX/>'))).toEqual({
		file: 'import.xml'
	});
	expect(await refused(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toEqual({
		file: 'import.old-excel'
	});
	expect(await refused(Buffer.from('PK\u0003\u0004 no workbook'))).toEqual({
		file: 'import.workbook'
	});
	expect(await refused(Buffer.from('a;b\n1;"open\n2;3'))).toEqual({ file: 'import.quotes' });
});

test('only a coordinator brings in lists, and only at a school', async () => {
	const { school } = await aSchoolWithGroups();
	const council = await school.a('council');
	await expect(startImport(council, bytes(LIST), COLUMNS)).rejects.toBeInstanceOf(Forbidden);
	const other = await school.anotherSchool();
	const theirs = await other.a('coordinator');
	const { runId } = await staged(await school.a('coordinator'), LIST);
	await expect(showRun(theirs, runId)).rejects.toMatchObject({ reason: 'not-found' });
	await expect(applyImport(theirs, runId)).rejects.toMatchObject({ reason: 'not-found' });
	expect(await school.store.read.$count(importRuns)).toBe(1);
});

test('a parent who has no access stays out, also when a list puts them in another group', async () => {
	const { school, coordinator } = await aSchoolWithGroups();
	await imported(coordinator, LIST);
	const [sean] = await school.store.read
		.select({ id: people.id })
		.from(people)
		.where(eq(people.name, 'Sean O’Brien'));
	const person = sean?.id ?? '';
	const reason = 'De rechter heeft dit zo besloten.';
	await decideAccess(coordinator, { person, decision: 'no-access', reason });
	const before = await school.store.read.select().from(memberships);
	const moved = LIST.map((line) => line.replace(/^(M-03.*)Groep 3$/, '$1Groep 6'));
	expect(await imported(coordinator, moved)).toMatchObject({ newParents: 0, placed: 1 });
	const now = await school.store.read.select().from(memberships);
	const of = (rows: typeof now) => rows.filter(({ personId }) => personId === person);
	expect(of(now)).toEqual(of(before));
	expect(of(now).map(({ status }) => status)).toEqual(['no-access']);
});
