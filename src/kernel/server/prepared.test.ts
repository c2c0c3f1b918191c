import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aStore } from '#tests/support/world.ts';
import type { Reader } from './db.ts';
import { prepared } from './prepared.ts';
import { outbox } from './schema.ts';

const byKey = prepared((db: Reader) =>
	db
		.select({ job: outbox.job, payload: outbox.payload })
		.from(outbox)
		.where(eq(outbox.key, sql.placeholder('key')))
		.prepare()
);

async function aRow() {
	const { store } = await aStore();
	const row = { job: 'eerst', payload: { steps: [1, 2] }, key: 'a', dueAt: new Date(0) };
	await store.write((tx) => tx.insert(outbox).values(row));
	const rename = (job: string) =>
		store.write((tx) => tx.update(outbox).set({ job }).where(eq(outbox.key, 'a')));
	return { store, rename, ask: () => byKey(store.read).all({ key: 'a' }) };
}

test('what was asked before is answered from memory, until something was written', async () => {
	const { store, rename, ask } = await aRow();
	const first = await ask();
	expect(await ask()).toBe(first);

	await rename('daarna');
	expect(await ask()).toMatchObject([{ job: 'daarna' }]);
	expect(await byKey(store.read).get({ key: 'a' })).toMatchObject({ job: 'daarna' });
});

test('an answer is not remembered past a change that came while it was on its way', async () => {
	const { rename, ask } = await aRow();
	for (let nth = 0; nth < 50; nth++) {
		const job = `keer ${String(nth)}`;
		await Promise.all([ask(), rename(job)]);
		expect(await ask()).toMatchObject([{ job }]);
	}
});

test('each question has an answer of its own', async () => {
	const { store, ask } = await aRow();
	expect(await ask()).toHaveLength(1);
	expect(await byKey(store.read).all({ key: 'b' })).toEqual([]);
	expect(await byKey(store.read).get({ key: 'b' })).toBeUndefined();
});

test('an answer that many get cannot be changed by one of them', async () => {
	const { ask } = await aRow();
	const [row] = await ask();
	expect(() => Object.assign(row ?? {}, { job: 'x' })).toThrow(TypeError);
	expect(() => Object.assign(row?.payload ?? {}, { steps: [] })).toThrow(TypeError);
});

test('inside a transaction one sees what it wrote itself, and nobody else does', async () => {
	const { store, ask } = await aRow();
	await ask();
	await store.write(async (tx) => {
		await tx.update(outbox).set({ job: 'onderweg' }).where(eq(outbox.key, 'a'));
		expect(await byKey(tx).all({ key: 'a' })).toMatchObject([{ job: 'onderweg' }]);
		expect(await ask()).toMatchObject([{ job: 'eerst' }]);
	});
	expect(await ask()).toMatchObject([{ job: 'onderweg' }]);
});
