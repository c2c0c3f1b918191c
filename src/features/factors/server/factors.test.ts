import { existsSync, readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { confirmTotp } from './confirm-totp.ts';
import { enterFactor } from './enter-factor.ts';
import { removeTotp } from './remove-totp.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { resetFactors } from './reset-factors.ts';
import { showSecurity } from './show-security.ts';
import { startTotp } from './start-totp.ts';
import { grantsThatCount } from '#features/people/rules.ts';
import { removeRole } from '#features/people/server/remove-role.ts';
import { people } from '#features/people/server/schema.ts';
import { openSessions } from '#features/people/server/sessions.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { aSchool, at, BEGAN, minutesLater } from '#tests/support/world.ts';

const digitsAt = (secret: string, now: Date) =>
	new TOTP({ secret: secret.replaceAll(' ', '') }).generate({ timestamp: now.getTime() });

/** Somebody with a desk who came in with a code, and set up an app. */
async function aCoordinator() {
	const school = await aSchool();
	const sessions = openSessions(school.store, { secure: false });
	const made = await school.a('coordinator');
	const personId = requirePerson(made);
	const { value: token } = await sessions.start(personId, 'desk', BEGAN);
	const session = { id: sha256(token), strong: false, confirmedAt: null, confirmsBy: null };
	const ctx: Context = { ...made, session };
	return { school, sessions, personId, token, ctx };
}
async function withApp() {
	const world = await aCoordinator();
	await startTotp(world.ctx);
	const secret = (await showSecurity(world.ctx, 'localhost')).app.secret ?? '';
	const codes = await confirmTotp(world.ctx, digitsAt(secret, world.ctx.now));
	const strong = {
		...world.ctx,
		session: { ...world.school.as('x').session, id: sha256(world.token) }
	};
	return { ...world, secret, codes, strong: strong as Context };
}
const confirmsBy = async ({ read }: Context, personId: string) =>
	(await read.select().from(people).where(eq(people.id, personId)))[0]?.confirmsBy;

test('an app counts from its first right digits on, and the secret is shown only until then', async () => {
	const { ctx, personId } = await aCoordinator();
	expect((await showSecurity(ctx, 'localhost')).app).toMatchObject({ state: 'none', secret: null });
	await startTotp(ctx);
	const { app } = await showSecurity(ctx, 'localhost');
	expect(app.state).toBe('begun');
	expect(app.address).toMatch(/^otpauth:\/\/totp\/Samenspraak/);
	await expect(confirmTotp(ctx, '000000')).rejects.toMatchObject({
		issues: { digits: 'factor.wrong' }
	});
	await expect(enterFactor(ctx, digitsAt(app.secret ?? '', ctx.now))).rejects.toThrow();
	expect(await confirmsBy(ctx, personId)).toBeNull();

	expect(await confirmTotp(ctx, digitsAt(app.secret ?? '', ctx.now))).toHaveLength(10);
	expect((await showSecurity(ctx, 'localhost')).app).toMatchObject({
		...{ state: 'on', secret: null, address: null }
	});
	expect(await confirmsBy(ctx, personId)).toBe('factor');
	await expect(startTotp(ctx)).rejects.toThrow('factor.exists');
});

test('digits work once, and so does each recovery code', async () => {
	const { ctx, secret, codes } = await withApp();
	await expect(enterFactor(ctx, digitsAt(secret, ctx.now))).rejects.toThrow();
	const later = { ...ctx, now: minutesLater(2) };
	await enterFactor(later, digitsAt(secret, later.now));
	await expect(enterFactor(later, digitsAt(secret, later.now))).rejects.toThrow();
	// digits of a step before the last one that was used
	await expect(enterFactor(later, digitsAt(secret, minutesLater(1.5)))).rejects.toThrow();

	const [code = ''] = codes;
	await enterFactor(later, ` ${code.toLowerCase()} `);
	await expect(enterFactor(later, code)).rejects.toThrow();
	expect((await showSecurity(ctx, 'localhost')).codesLeft).toBe(9);
});

test('a recovery code or digits of somebody else open nothing', async () => {
	const { school, secret, codes } = await withApp();
	const other = await school.a('moderator');
	await expect(enterFactor(other, codes[0] ?? '')).rejects.toThrow();
	await expect(enterFactor(other, digitsAt(secret, minutesLater(3)))).rejects.toThrow();
	await expect(enterFactor(school.guest(), codes[0] ?? '')).rejects.toThrow('sign-in.required');
});

test('whoever guesses is stopped, however right they are then', async () => {
	const { ctx, codes } = await withApp();
	const later = { ...ctx, now: minutesLater(30) };
	for (let tries = 0; tries < 10; tries++)
		await expect(enterFactor(later, '000000')).rejects.toThrow('input.invalid');
	await expect(enterFactor(later, codes[0] ?? '')).rejects.toThrow('too-many');
	await enterFactor({ ...ctx, now: minutesLater(60) }, codes[0] ?? '');
});

test('setting up an app, or taking it away, ends the other sessions and not this one', async () => {
	const { sessions, personId, token, strong } = await withApp();
	expect(await sessions.find(token)).not.toBeNull();
	const { value: other } = await sessions.start(personId, 'desk', BEGAN);
	await removeTotp(strong);
	expect(await sessions.find(other)).toBeNull();
	expect(await sessions.find(token)).not.toBeNull();
	expect(await confirmsBy(strong, personId)).toBeNull();
});

test('who came in with a code only, or is ten minutes further, first shows that it is them', async () => {
	const { school, ctx, strong, personId } = await withApp();
	const other = requirePerson(await school.a('moderator'));
	const role = { person: other, role: 'moderator' };
	const weak: Context = { ...ctx, session: strong.session && { ...strong.session, strong: false } };
	const stale: Context = { ...strong, now: minutesLater(10) };
	for (const it of [weak, stale]) {
		await expect(removeRole(it, role)).rejects.toThrow('confirm.first');
		await expect(removeTotp(it)).rejects.toThrow('confirm.first');
		await expect(renewRecoveryCodes(it)).rejects.toThrow('confirm.first');
	}
	await removeRole({ ...strong, now: minutesLater(9) }, role);
	expect(await renewRecoveryCodes(strong)).toHaveLength(10);
	await resetFactors(at(ctx, ctx.now), personId);
	expect((await showSecurity(ctx, 'localhost')).app.state).toBe('none');
});

test('rights over others count when a second factor was shown, where it is asked', () => {
	const grants = [
		{ role: 'parent', path: '/a/' },
		{ role: 'coordinator', path: '/a/' }
	] as const;
	const rolesOf = (
		...[session, secondFactor]: Parameters<typeof grantsThatCount> extends [unknown, ...infer Rest]
			? Rest
			: never
	) => grantsThatCount(grants, session, secondFactor).map(({ role }) => role);
	const all = ['parent', 'coordinator'];
	const [bare, having] = [
		{ strong: false, confirmsBy: null },
		{ strong: false, confirmsBy: 'factor' }
	] as const;
	expect(rolesOf(bare, 'required')).toEqual(['parent']);
	expect(rolesOf(bare, 'offered')).toEqual(all);
	expect(rolesOf({ ...bare, confirmsBy: 'password' }, 'offered')).toEqual(all);
	expect(rolesOf(having, 'offered')).toEqual(['parent']);
	expect(rolesOf({ ...having, strong: true }, 'required')).toEqual(all);
});

test('the database and its log hold no secret of an app and no recovery code', async () => {
	const { school, secret, codes } = await withApp();
	const files = ['', '-wal'].map((it) => school.file + it).filter((it) => existsSync(it));
	const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
	const plain = secret.replaceAll(' ', '');
	for (const hidden of [plain, secret, ...codes, ...codes.map((it) => it.replace('-', ''))])
		expect(bytes.includes(hidden)).toBe(false);
});
