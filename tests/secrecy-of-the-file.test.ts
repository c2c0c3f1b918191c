import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { castBallot } from '#features/polls/server/cast-ballot.ts';
import { enterSlip } from '#features/polls/server/enter-slip.ts';
import {
	participations,
	secretBallots,
	slipCounts,
	slipForms,
	slips
} from '#features/polls/server/schema.ts';
import { newToken } from '#kernel/ids.ts';
import { aConsultation } from './support/consultation.ts';

const PAGE = 4096;
const OPTIONS = ['a', 'b', 'c', 'd'] as const;
/** As many polls as make a lucky hit rare, of as many families as fit on one page of the file. */
const POLLS = 6;
const VOTERS = 36;

/**
 * The keys of a table in the order in which their rows were written: per page of the file from the
 * end to the beginning, which is how SQLite fills one.
 */
function asWritten(bytes: string, pollId: string, keys: readonly string[]): string[] {
	return keys
		.map((key) => ({ key, at: bytes.lastIndexOf(pollId + key) }))
		.toSorted((a, b) => Math.floor(a.at / PAGE) - Math.floor(b.at / PAGE) || b.at - a.at)
		.map(({ key }) => key);
}

/** A secret poll in which everybody voted, in an order of their own, and its file as bytes. */
async function aPollAsBytes(nth: number) {
	const { school, families, pollId } = await aConsultation({ families: VOTERS });
	const order = families
		.map((family, index) => ({ ...family, at: (index * 7 + nth) % VOTERS, index }))
		.toSorted((a, b) => a.at - b.at);
	const chosen = new Map<string, string>();
	for (const { rightId, ctx, index } of order) {
		const choice = OPTIONS[(index * 5 + (index >> 2) + nth) % OPTIONS.length] ?? 'a';
		chosen.set(rightId, choice);
		const form = new FormData();
		form.set('choice', choice);
		await castBallot(ctx, 'schooltijden', 'schooltijden', form);
	}
	const { read, checkpoint } = school.store;
	await checkpoint();
	const bytes = readFileSync(school.file, 'latin1');
	const box = await read.select().from(secretBallots);
	const register = await read.select().from(participations);
	return {
		file: school.file,
		arrivals: order.map(({ rightId }) => rightId),
		chosen,
		choiceOf: new Map(box.map(({ id, choice }) => [id, (choice as { choice: string }).choice])),
		box: asWritten(
			bytes,
			pollId,
			box.map(({ id }) => id)
		),
		register: asWritten(
			bytes,
			pollId,
			register.map(({ rightId }) => rightId)
		)
	};
}

test('whoever reads the bytes of the file cannot link ballots to voters better than chance', async () => {
	let hits = 0;
	for (let nth = 0; nth < POLLS; nth++) {
		const { arrivals, register, box, chosen, choiceOf } = await aPollAsBytes(nth);
		// the bytes do tell the order of the register: the attack works where nothing stops it
		expect(register).toEqual(arrivals);
		hits += register.filter(
			(rightId, place) => chosen.get(rightId) === choiceOf.get(box[place] ?? '')
		).length;
	}
	// a quarter by chance, give or take; six standard deviations more never happen
	const voters = POLLS * VOTERS;
	const bound = voters / 4 + 6 * Math.sqrt((voters * 3) / 16);
	expect(hits).toBeLessThan(bound);
	expect(bound).toBeLessThan(voters / 2);
});

test('slips leave nothing in the file by which to tell who handed in which', async () => {
	const { school, families } = await aConsultation({ families: VOTERS });
	const counter = await school.a('moderator');
	const pages = families.map(() => newToken());
	for (const [nth, { code }] of families.entries()) {
		const form = new FormData();
		const mark = nth % 3 === 0 ? 'blank' : 'choice';
		const page = pages[nth] ?? '';
		const fields = { page, channel: 'paper', code, receivedOn: '2027-05-12', mark, choice: 'a' };
		for (const [name, value] of Object.entries(fields)) form.set(name, value);
		await enterSlip(counter, 'schooltijden', 'schooltijden', form);
	}
	expect(await school.store.read.select().from(slips)).toEqual([]);
	expect(await school.store.read.select().from(slipCounts)).toMatchObject([
		{ channel: 'paper', counted: VOTERS }
	]);
	// of the forms one seal is left, whose key the browser had
	expect(await school.store.read.select().from(slipForms)).toHaveLength(1);
	const bytes = ['', '-wal'].map((suffix) => readFileSync(school.file + suffix, 'latin1')).join();
	expect(pages.filter((page) => bytes.includes(page))).toEqual([]);
});

test('once the log of writes is emptied, nothing is left in it', async () => {
	const { file } = await aPollAsBytes(0);
	expect(statSync(`${file}-wal`).size).toBe(0);
});
