import { desc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { blockCode } from './block-code.ts';
import { enterCode } from './enter-code.ts';
import { findHolders } from './holders.ts';
import { issueCodes } from './issue-codes.ts';
import { countCodes } from './queries.ts';
import { replaceCode } from './replace-code.ts';
import { ON_A_PAGE, showCodes } from './show-codes.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { openSessions } from '#features/people/server/sessions.ts';
import { Conflict, Forbidden } from '#kernel/errors.ts';
import { journal } from '#kernel/server/schema.ts';
import { addHouseholds, aDraftedConsultation, DRAFTING, openIt } from '#tests/support/draft.ts';
import { BEGAN } from '#tests/support/world.ts';

const REASON = 'Brief bij de buren bezorgd.';
const block = { person: 'anna', reason: REASON };
const all = new URLSearchParams();

async function issued(households?: Record<string, string[]>) {
	const drafted = await aDraftedConsultation({}, households ? { households } : {});
	await openIt(drafted);
	const coordinator = await drafted.school.a('coordinator', DRAFTING);
	const codes = await issueCodes(coordinator, drafted.slug);
	return { ...drafted, coordinator, anna: codes[0]?.code ?? '' };
}

test('a blocked code lets nobody in, and signs out who came in with it', async () => {
	const { coordinator, school, slug, anna } = await issued();
	const sessions = openSessions(school.store, { secure: false });
	const { value } = await sessions.start('anna', 'parent', BEGAN);
	await expect(enterCode(school.guest(DRAFTING), anna)).resolves.toMatchObject({
		personId: 'anna'
	});
	await blockCode(coordinator, slug, block);
	await expect(enterCode(school.guest(DRAFTING), anna)).rejects.toEqual(
		new Conflict('code.unknown')
	);
	expect(await sessions.find(value)).toBe(null);
});

test('blocking and replacing are logged by consultation, without a person and without the reason', async () => {
	const { coordinator, slug, id } = await issued();
	await blockCode(coordinator, slug, block);
	await replaceCode(coordinator, slug, { person: 'anna' });
	const lines = await coordinator.read.select().from(journal).orderBy(desc(journal.seq)).limit(2);
	expect(lines.map(({ what, aboutKind, aboutId }) => [what, aboutKind, aboutId])).toEqual([
		['code.replaced', 'consultation', id],
		['code.blocked', 'consultation', id]
	]);
	expect(JSON.stringify(lines)).not.toMatch(/anna|buren/);
});

test('a blocked code stays blocked in the books when its owner gets another, which opens', async () => {
	const { coordinator, school, slug, id, anna } = await issued();
	await blockCode(coordinator, slug, block);
	expect(await issueCodes(coordinator, slug)).toEqual([]);
	const { code } = await replaceCode(coordinator, slug, { person: 'anna' });
	expect(await countCodes(coordinator.read, id)).toEqual({ issued: 3, blocked: 1, replaced: 0 });
	const guest = school.guest(DRAFTING);
	await expect(enterCode(guest, code)).resolves.toMatchObject({ personId: 'anna' });
	await expect(enterCode(guest, anna)).rejects.toThrow(Conflict);
});

test('only a code that works is blocked, with a reason, by the coordinator', async () => {
	const { coordinator, council, school, slug } = await issued();
	await expect(blockCode(coordinator, slug, { person: 'anna', reason: '' })).rejects.toMatchObject({
		issues: { reason: 'field.required' }
	});
	await expect(blockCode(coordinator, slug, { ...block, person: 'zita' })).rejects.toMatchObject({
		issues: { person: 'field.choose' }
	});
	await expect(blockCode(council, slug, block)).rejects.toThrow(Forbidden);
	await expect(blockCode(await school.a('moderator', DRAFTING), slug, block)).rejects.toThrow(
		Forbidden
	);
	await blockCode(coordinator, slug, block);
	await expect(blockCode(coordinator, slug, block)).rejects.toThrow(
		new Conflict('codes.none-to-block')
	);
});

test('the page says whose code was blocked and why, until they have another', async () => {
	const { coordinator, slug } = await issued();
	await blockCode(coordinator, slug, block);
	const { found, codes } = await showCodes(coordinator, slug, new URLSearchParams({ q: 'ANNA' }));
	expect(found).toMatchObject([{ personId: 'anna', code: 'blocked', block: { reason: REASON } }]);
	expect(codes.blocked).toBe(1);
	await replaceCode(coordinator, slug, { person: 'anna' });
	const after = await showCodes(coordinator, slug, all);
	expect(after.found[0]).toMatchObject({ personId: 'anna', code: 'issued', block: null });
});

test('who has a code is listed a page at a time, everybody once, however many there are', async () => {
	const households = Object.fromEntries(
		Array.from({ length: 33 }, (_, n) => [
			`gezin-${String(n)}`,
			[`ouder-${String(n)}`, `z-${String(n % 5)}`]
		])
	);
	const { coordinator, slug } = await issued(households);
	const seen: string[] = [];
	let query: string | null = '';
	let pages = 0;
	while (query !== null) {
		const page = await showCodes(coordinator, slug, new URLSearchParams(query));
		expect(page.found.length).toBeLessThanOrEqual(ON_A_PAGE);
		seen.push(...page.found.map(({ personId }) => personId));
		query = page.next;
		pages += 1;
	}
	expect(pages).toBe(2);
	expect(new Set(seen).size).toBe(38);
	expect(seen).toHaveLength(38);
	const { found } = await showCodes(coordinator, slug, new URLSearchParams({ q: 'gezin-32' }));
	expect(found.map(({ personId }) => personId)).toContain('ouder-32');
});

test('a person is found by their group too, and only within this place', async () => {
	const { coordinator, school, slug } = await issued();
	const elsewhere = await school.anotherSchool();
	await addHouseholds(elsewhere, { ander: ['anna'] });
	const consultation = await getConsultation(coordinator.read, school.scope, slug);
	const named = (sought: string) =>
		findHolders(coordinator.read, school.scope, consultation, { sought });
	expect(await named('ijsvogel')).toEqual([]);
	expect((await named('vuurvogel')).map(({ name }) => name)).toEqual(['anna', 'bram', 'carla']);
	expect(await named('%')).toEqual([]);
});
