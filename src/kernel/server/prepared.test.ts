import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { scopes } from '#features/scopes/server/schema.ts';
import { aSchool } from '#tests/support/world.ts';
import type { Reader } from './db.ts';
import { prepared } from './prepared.ts';

const bySlug = prepared((db: Reader) =>
	db
		.select({ name: scopes.name, contact: scopes.contact })
		.from(scopes)
		.where(eq(scopes.slug, sql.placeholder('slug')))
		.prepare()
);

test('what was asked before is answered from memory, until something was written', async () => {
	const { store, scope } = await aSchool();
	const ask = () => bySlug(store.read).all({ slug: scope.slug });
	const first = await ask();
	expect(await ask()).toBe(first);

	await store.write((tx) =>
		tx.update(scopes).set({ name: 'De Nieuwe Naam' }).where(eq(scopes.id, scope.id))
	);
	expect(await ask()).toMatchObject([{ name: 'De Nieuwe Naam' }]);
	expect(await bySlug(store.read).get({ slug: scope.slug })).toMatchObject({
		name: 'De Nieuwe Naam'
	});
});

test('an answer is not remembered past a change that came while it was on its way', async () => {
	const { store, scope } = await aSchool();
	const rename = (name: string) =>
		store.write((tx) => tx.update(scopes).set({ name }).where(eq(scopes.id, scope.id)));
	for (let nth = 0; nth < 50; nth++) {
		const name = `Naam ${String(nth)}`;
		await Promise.all([bySlug(store.read).all({ slug: scope.slug }), rename(name)]);
		expect(await bySlug(store.read).all({ slug: scope.slug })).toMatchObject([{ name }]);
	}
});

test('each question has an answer of its own', async () => {
	const { store, scope } = await aSchool();
	expect(await bySlug(store.read).all({ slug: scope.slug })).toHaveLength(1);
	expect(await bySlug(store.read).all({ slug: 'nergens' })).toEqual([]);
	expect(await bySlug(store.read).get({ slug: 'nergens' })).toBeUndefined();
});

test('an answer that many get cannot be changed by one of them', async () => {
	const { store, scope } = await aSchool();
	const contact = { name: 'Administratie', phone: '0512', hours: 'ochtend' };
	await store.write((tx) => tx.update(scopes).set({ contact }).where(eq(scopes.id, scope.id)));
	const [row] = await bySlug(store.read).all({ slug: scope.slug });
	expect(() => Object.assign(row ?? {}, { name: 'x' })).toThrow(TypeError);
	expect(() => Object.assign(row?.contact ?? {}, { name: 'x' })).toThrow(TypeError);
});

test('inside a transaction one sees what it wrote itself', async () => {
	const { store, scope } = await aSchool();
	await bySlug(store.read).all({ slug: scope.slug });
	await store.write(async (tx) => {
		await tx.update(scopes).set({ name: 'Onderweg' }).where(eq(scopes.id, scope.id));
		expect(await bySlug(tx).all({ slug: scope.slug })).toMatchObject([{ name: 'Onderweg' }]);
		expect(await bySlug(store.read).all({ slug: scope.slug })).not.toMatchObject([
			{ name: 'Onderweg' }
		]);
	});
	expect(await bySlug(store.read).all({ slug: scope.slug })).toMatchObject([{ name: 'Onderweg' }]);
});
