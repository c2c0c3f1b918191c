import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { addLateRight } from './add-late-right.ts';
import { issueCodes } from './issue-codes.ts';
import { listLatecomers } from './latecomers.ts';
import { countCodes, findCode, findRight } from './queries.ts';
import { replaceCode } from './replace-code.ts';
import { showCodes } from './show-codes.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { normaliseCode, printedCode } from '#features/people/code.ts';
import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import {
	addHouseholds,
	aDraftedConsultation,
	DRAFTING,
	openIt,
	type Drafted
} from '#tests/support/draft.ts';
import { at } from '#tests/support/world.ts';

const sought = (q: string) => new URLSearchParams({ q });
const AFTER = new Date('2027-05-28T21:59:00Z');

async function opened(): Promise<Drafted & { coordinator: Context }> {
	const drafted = await aDraftedConsultation();
	await openIt(drafted);
	return { ...drafted, coordinator: await drafted.school.a('coordinator', DRAFTING) };
}

test('every parent gets a code of their own; those of one household open the same right', async () => {
	const { coordinator, slug, id } = await opened();
	const codes = await issueCodes(coordinator, slug);
	expect(codes.map(({ name, householdKey }) => [name, householdKey])).toEqual([
		['anna', 'gezin-1'],
		['bram', 'gezin-1'],
		['carla', 'gezin-2']
	]);
	expect(new Set(codes.map(({ code }) => code)).size).toBe(3);
	expect(codes.every(({ code }) => normaliseCode(printedCode(code)) === code)).toBe(true);

	const found = await Promise.all(
		codes.map(({ code }) => findCode(coordinator.read, coordinator.seal(code)))
	);
	expect(found.map((it) => it?.personId)).toEqual(['anna', 'bram', 'carla']);
	for (const it of found) {
		expect(it).toMatchObject({ consultationId: id, status: 'issued' });
		const right = await findRight(coordinator.read, id, it?.personId ?? '');
		expect(it?.rightId).toBe(right?.id);
	}
	expect(found[0]?.rightId).toBe(found[1]?.rightId);
});

test('of no code can anything be read back: not in the database, not in its log', async () => {
	const { coordinator, school, slug } = await opened();
	const codes = await issueCodes(coordinator, slug);
	const { code: replaced } = await replaceCode(coordinator, slug, { person: 'anna' });
	const files = await Promise.all(
		['', '-wal'].map((suffix) => readFile(school.file + suffix).catch(() => Buffer.alloc(0)))
	);
	const bytes = Buffer.concat(files).toString('latin1');
	expect(bytes).toContain(coordinator.seal(replaced));
	for (const code of [...codes.map((it) => it.code), replaced]) {
		expect(bytes).not.toContain(code);
		expect(bytes).not.toContain(printedCode(code));
	}
});

test('making codes again makes them only for who came later', async () => {
	const { coordinator, school, slug, id } = await opened();
	const first = await issueCodes(coordinator, slug);
	expect(await issueCodes(coordinator, slug)).toEqual([]);

	await addHouseholds(school, { nieuw: ['nina'] });
	const consultation = await getConsultation(coordinator.read, school.scope, slug);
	const [late] = await listLatecomers(coordinator.read, school.scope, consultation);
	await addLateRight(coordinator, slug, { unit: late?.id, reason: 'Nieuw op school.' });
	const second = await issueCodes(coordinator, slug);
	expect(second.map(({ name }) => name)).toEqual(['nina']);
	expect(first.map(({ code }) => code)).not.toContain(second[0]?.code);
	expect(await countCodes(coordinator.read, id)).toEqual({ issued: 4, blocked: 0, replaced: 0 });
});

test('a lost code is replaced: the old one opens nothing, the new one the same right', async () => {
	const { coordinator, slug, id } = await opened();
	const [anna] = await issueCodes(coordinator, slug);
	const replaced = await replaceCode(coordinator, slug, { person: 'anna' });
	const look = (code = '') => findCode(coordinator.read, coordinator.seal(code));
	const [before, now] = [await look(anna?.code), await look(replaced.code)];
	expect([before?.status, now?.status]).toEqual(['replaced', 'issued']);
	expect(now?.rightId).toBe(before?.rightId);
	expect(await countCodes(coordinator.read, id)).toEqual({ issued: 3, blocked: 0, replaced: 1 });
	expect(await issueCodes(coordinator, slug)).toEqual([]);
});

test('only who has a code can get another, and only people of this consultation', async () => {
	const { coordinator, slug } = await opened();
	const none = new Conflict('codes.none-to-replace');
	await expect(replaceCode(coordinator, slug, { person: 'anna' })).rejects.toThrow(none);
	await expect(replaceCode(coordinator, slug, { person: 'zita' })).rejects.toMatchObject({
		issues: { person: 'field.choose' }
	});
});

test('codes are for the coordinator, between the opening and the closing', async () => {
	const draft = await aDraftedConsultation();
	const early = await draft.school.a('coordinator', DRAFTING);
	await expect(issueCodes(early, draft.slug)).rejects.toThrow(new Conflict('codes.not-yet'));

	const { coordinator, council, school, slug } = await opened();
	for (const role of ['moderator', 'parent'] as const)
		await expect(issueCodes(await school.a(role, DRAFTING), slug)).rejects.toThrow(Forbidden);
	await expect(issueCodes(council, slug)).rejects.toThrow(Forbidden);
	await expect(issueCodes(at(coordinator, AFTER), slug)).rejects.toThrow(
		new Conflict('consultation.period-over')
	);
	const elsewhere = await (await school.anotherSchool()).a('coordinator', DRAFTING);
	await expect(issueCodes(elsewhere, slug)).rejects.toThrow(NotFound);
	await expect(showCodes(elsewhere, slug, sought(''))).rejects.toThrow(NotFound);
});

test('the page of the codes counts them and finds people, and shows no code', async () => {
	const { coordinator, slug } = await opened();
	const before = await showCodes(coordinator, slug, sought(''));
	expect([before.units, before.people, before.without, before.found.length]).toEqual([2, 3, 3, 3]);
	const codes = await issueCodes(coordinator, slug);
	const after = await showCodes(coordinator, slug, sought(' GEZIN-1 '));
	expect(after.without).toBe(0);
	expect(after.found.map(({ name, code }) => [name, code])).toEqual([
		['anna', 'issued'],
		['bram', 'issued']
	]);
	const shown = JSON.stringify(after);
	expect(codes.filter(({ code }) => shown.includes(code))).toEqual([]);
});

test('a hundred and fifty parents get as many different codes', async () => {
	const members = Object.fromEntries(
		Array.from({ length: 150 }, (_, n) => [`gezin-${String(n)}`, [`ouder-${String(n)}`]])
	);
	const drafted = await aDraftedConsultation({}, { households: members });
	await openIt(drafted);
	const codes = await issueCodes(await drafted.school.a('coordinator', DRAFTING), drafted.slug);
	expect(new Set(codes.map(({ code }) => code)).size).toBe(150);
	expect(codes.slice(0, 3).map(({ householdKey }) => householdKey)).toEqual([
		'gezin-0',
		'gezin-1',
		'gezin-2'
	]);
});
