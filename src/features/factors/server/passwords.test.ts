import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { confirmPassword, enterPassword } from './enter-password.ts';
import { hashPassword, isPassword } from './hash-password.ts';
import { removePassword, setPassword } from './set-password.ts';
import { eq } from 'drizzle-orm';
import { findPerson } from '#features/people/server/queries.ts';
import { people } from '#features/people/server/schema.ts';
import { openSessions } from '#features/people/server/sessions.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { requirePerson } from '#kernel/server/context.ts';
import { aSchool, at, BEGAN, minutesLater } from '#tests/support/world.ts';

const PASSWORD = 'vier paarse fietsen';

async function withPassword() {
	const school = await aSchool();
	const strong = await school.a('moderator');
	const session = { id: 'a session', strong: false, confirmedAt: strong.now };
	const ctx = { ...strong, session: { ...session, confirmsBy: 'password' as const } };
	await setPassword(ctx, PASSWORD);
	const personId = requirePerson(ctx);
	const email = (await findPerson(school.store.read, personId))?.email ?? '';
	return { school, ctx, personId, email };
}

test('a hash is of one password, and no two are alike', async () => {
	const hashes = await Promise.all([1, 2, 3, 4, 5].map(() => hashPassword('é')));
	expect(new Set(hashes).size).toBe(5);
	expect(await isPassword('e\u0301', hashes[0])).toBe(true);
	expect(await isPassword('e', hashes[0])).toBe(false);
	expect(await isPassword('é', undefined)).toBe(false);
});

test('who has a password comes in with it, to their desk, and confirms with it', async () => {
	const { school, ctx, personId, email } = await withPassword();
	const returnTo = `/${school.scope.slug}/desk`;
	const entered = await enterPassword(school.guest(), ` ${email.toUpperCase()}`, PASSWORD);
	expect(entered).toEqual({ personId, returnTo });
	await confirmPassword(ctx, PASSWORD);
	await expect(confirmPassword(ctx, 'iets anders')).rejects.toThrow(Invalid);
	expect(await findPerson(school.store.read, personId)).toMatchObject({ confirmsBy: 'password' });
	await removePassword(ctx);
	expect(await findPerson(school.store.read, personId)).toMatchObject({ confirmsBy: null });
	await expect(enterPassword(school.guest(), email, PASSWORD)).rejects.toThrow('password.wrong');
});

test('who has an app or a passkey confirms with that, and not with a password', async () => {
	const { ctx } = await withPassword();
	const withApp = { ...ctx, session: { ...ctx.session, confirmsBy: 'factor' as const } };
	await expect(confirmPassword(withApp, PASSWORD)).rejects.toThrow(Conflict);
});

test('two people with one address each come in as themselves, and with one password neither does', async () => {
	const { school, ctx, personId, email } = await withPassword();
	const other = await school.a('parent');
	const otherId = requirePerson(other);
	await school.store.write((tx) => tx.update(people).set({ email }).where(eq(people.id, otherId)));
	// one of them has no password yet
	expect(await enterPassword(school.guest(), email, PASSWORD)).toMatchObject({ personId });
	await setPassword(other, 'een tuin vol uilen');
	expect(await enterPassword(school.guest(), email, PASSWORD)).toMatchObject({ personId });
	expect(await enterPassword(school.guest(), email, 'een tuin vol uilen')).toMatchObject({
		personId: otherId
	});
	await setPassword(other, PASSWORD);
	await expect(enterPassword(school.guest(), email, PASSWORD)).rejects.toThrow('password.wrong');
	await expect(confirmPassword(ctx, PASSWORD)).resolves.toBeUndefined();
});

test('what is left empty is told beside its field, and is no try', async () => {
	const { school, email } = await withPassword();
	for (let nth = 0; nth < 6; nth++)
		await expect(enterPassword(school.guest(), email, '')).rejects.toMatchObject({
			issues: { password: 'field.required' }
		});
	await expect(enterPassword(school.guest(), ' ', '')).rejects.toMatchObject({
		issues: { email: 'field.required', password: 'field.required' }
	});
	await expect(enterPassword(school.guest(), email, PASSWORD)).resolves.toBeTruthy();
});

test('tries from all of an IPv6 network are counted together', async () => {
	const { school } = await withPassword();
	const from = (nth: number) => ({
		...school.guest(),
		address: `2001:db8:0:${(nth % 2).toString(16)}::${nth.toString(16)}`
	});
	const answers = new Set<string>();
	for (let nth = 0; nth < 101; nth++)
		await enterPassword(from(nth), `${String(nth)}@example.org`, 'fout').catch((error: unknown) =>
			answers.add(String(error))
		);
	expect([...answers].some((answer) => answer.includes('too-many'))).toBe(true);
});

test('an unknown address gets the answer of a wrong password, and is counted alike', async () => {
	const { school, email } = await withPassword();
	for (const address of [email, 'niemand@example.org']) {
		for (let tries = 0; tries < 5; tries++)
			await expect(enterPassword(school.guest(), address, 'fout')).rejects.toThrow(
				'password.wrong'
			);
		await expect(enterPassword(school.guest(), address, PASSWORD)).rejects.toThrow('too-many');
	}
	const later = at(school.guest(), minutesLater(16));
	expect(await enterPassword(later, email, PASSWORD)).toBeTruthy();
});

test('another password ends the other sessions; a poor one changes nothing', async () => {
	const { school, ctx, personId } = await withPassword();
	const sessions = openSessions(school.store, { secure: false });
	const { value } = await sessions.start(personId, 'desk', BEGAN);
	await expect(setPassword(ctx, 'welkom01')).rejects.toMatchObject({
		issues: { password: 'password.common' }
	});
	// the school that they belong to is called De Vuurvogel
	await expect(setPassword(ctx, 'devuurvogel12')).rejects.toMatchObject({
		issues: { password: 'password.own' }
	});
	expect(await sessions.find(value)).not.toBeNull();
	await setPassword(ctx, 'een heel ander idee');
	expect(await sessions.find(value)).toBeNull();
});

test('the database and its log do not hold a password', async () => {
	const { school, email } = await withPassword();
	await expect(enterPassword(school.guest(), email, 'verkeerd geraden')).rejects.toThrow();
	const files = ['', '-wal'].map((it) => school.file + it).filter((it) => existsSync(it));
	const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
	for (const hidden of [PASSWORD, 'verkeerd geraden']) expect(bytes.includes(hidden)).toBe(false);
});
