import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SessionKind } from '../rules.ts';
import { sessions as table } from './schema.ts';
import { openSessions } from './sessions.ts';
import { personOf } from '#kernel/server/context.ts';
import type { Store } from '#kernel/server/db.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { aSchool, BEGAN, NOON } from '#tests/support/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

// a session lives by the clock of the machine: only that clock is held still here
beforeEach(() => {
	vi.useFakeTimers({ toFake: ['Date'], now: NOON });
});
afterEach(() => {
	vi.useRealTimers();
});
const wait = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);

async function aSession(kind: SessionKind) {
	const school = await aSchool();
	const personId = personOf(await school.a('parent')) ?? '';
	const written = vi.fn();
	const write: Store['write'] = (work) => {
		written();
		return school.store.write(work);
	};
	const sessions = openSessions({ ...school.store, write }, { secure: false });
	const cookie = await sessions.start(personId, kind, BEGAN);
	return { school, personId, sessions, cookie, token: cookie.value, written };
}

test('whoever signed in is known by their token, and nobody by another', async () => {
	const { school, sessions, personId, token } = await aSession('parent');
	const grants = [{ role: 'parent', path: school.scope.path }];
	const facts = { id: sha256(token), strong: false, confirmedAt: null, confirmsBy: null };
	expect(await sessions.find(token)).toEqual({
		...{ personId, grants, facts },
		...{ asParent: false, kiosk: null, renewed: null }
	});
	for (const other of ['', 'p', `${token}a`, token.toUpperCase(), sha256(token)])
		expect(await sessions.find(other)).toBeNull();
});

test('two sessions of one person have tokens of their own; ending one leaves the other', async () => {
	const { sessions, personId, token } = await aSession('parent');
	const { value: second } = await sessions.start(personId, 'parent', BEGAN);
	expect(second).not.toBe(token);

	expect(await sessions.end(token)).toMatchObject({ value: '', attributes: { maxAge: 0 } });
	expect(await sessions.find(token)).toBeNull();
	expect(await sessions.find(second)).not.toBeNull();
	await sessions.end(token);
});

test('ending all sessions of a person leaves those of others', async () => {
	const { school, sessions, personId, token } = await aSession('parent');
	const desk = await sessions.start(personId, 'desk', BEGAN);
	const other = await sessions.start(personOf(await school.a('staff')) ?? '', 'desk', BEGAN);
	await sessions.endAll(personId);
	expect(await sessions.find(token)).toBeNull();
	expect(await sessions.find(desk.value)).toBeNull();
	expect(await sessions.find(other.value)).not.toBeNull();
});

test.each([
	['parent', 30 * DAY],
	['desk', 8 * HOUR]
] as const)('an unused session of a %s ends, and not a moment earlier', async (kind, idle) => {
	const { sessions, token, cookie } = await aSession(kind);
	expect(cookie.attributes.maxAge).toBe(idle / 1000);
	const { value: second } = await sessions.start(
		(await sessions.find(token))?.personId ?? '',
		kind,
		BEGAN
	);

	wait(idle - 1);
	expect(await sessions.find(token)).not.toBeNull();
	wait(1);
	expect(await sessions.find(second)).toBeNull();
	// of a parent the one that was used a moment before its end went on; a desk is for one day
	expect((await sessions.find(token)) !== null).toBe(kind === 'parent');
});

test.each([
	['parent', 30 * DAY, 90 * DAY],
	['desk', 8 * HOUR, 8 * HOUR]
] as const)(
	'a session of a %s that is used moves on, but never past its last moment',
	async (kind, idle, absolute) => {
		const { sessions, token, personId } = await aSession(kind);
		const step = (idle * 2) / 3;
		for (let passed = step; passed < absolute; passed += step) {
			wait(step);
			const found = await sessions.find(token);
			expect(found).toMatchObject({ personId, renewed: { value: token } });
		}
		vi.setSystemTime(NOON.getTime() + absolute - 1);
		expect(await sessions.find(token)).toMatchObject({ personId });
		vi.setSystemTime(NOON.getTime() + absolute);
		expect(await sessions.find(token)).toBeNull();
	}
);

test('at the tablet of a school somebody is signed in for a minute from the last use, ten at most', async () => {
	const { sessions, token, cookie, personId } = await aSession('kiosk');
	const MINUTE = 60_000;
	expect(cookie.attributes.maxAge).toBe(600);
	expect(await sessions.find(token)).toMatchObject({ personId, kiosk: { left: 600 } });
	wait(MINUTE - 1);
	expect(await sessions.find(token)).toMatchObject({
		personId,
		kiosk: { left: 540 },
		renewed: null
	});
	wait(1);
	expect(await sessions.find(token)).not.toBeNull();
	wait(MINUTE);
	expect(await sessions.find(token)).toBeNull();

	const { value: second } = await sessions.start(personId, 'kiosk', BEGAN);
	for (let passed = 0; passed < 9.5 * MINUTE; passed += MINUTE / 2) {
		wait(MINUTE / 2);
		expect(await sessions.find(second)).not.toBeNull();
	}
	wait(MINUTE / 2);
	expect(await sessions.find(second)).toBeNull();
});

test('looking is not writing: not while a session is fresh, nor when it cannot move on', async () => {
	const { sessions, token, written } = await aSession('parent');
	const writesOf = async () => {
		written.mockClear();
		expect(await sessions.find(token)).not.toBeNull();
		return written.mock.calls.length;
	};
	wait(15 * DAY - 1);
	expect(await writesOf()).toBe(0);
	for (let days = 20; days <= 60; days += 20) {
		vi.setSystemTime(NOON.getTime() + days * DAY);
		expect(await writesOf()).toBe(1);
	}
	vi.setSystemTime(NOON.getTime() + 80 * DAY);
	expect(await writesOf()).toBe(0);
});

test('what is over is forgotten, and nothing else', async () => {
	const { school, sessions, personId, token } = await aSession('parent');
	await sessions.start(personId, 'desk', BEGAN);
	wait(12 * HOUR);
	await sessions.forgetExpired(new Date());
	const rows = await school.store.read.select({ id: table.id }).from(table);
	expect(rows).toEqual([{ id: sha256(token) }]);
});

test('the database knows hashes of tokens only, also in its log', async () => {
	const { school, token } = await aSession('parent');
	const [row] = await school.store.read.select().from(table);
	expect(row?.id).toBe(sha256(token));
	const files = ['', '-wal'].map((suffix) => school.file + suffix).filter((it) => existsSync(it));
	const bytes = Buffer.concat(files.map((file) => readFileSync(file)));
	expect(bytes.includes(sha256(token))).toBe(true);
	expect(bytes.includes(token)).toBe(false);
	expect(bytes.includes(token.slice(1))).toBe(false);
});

test('the cookie is for this website alone, and on https it can come from nowhere else', async () => {
	const { school, personId, cookie } = await aSession('parent');
	const same = { path: '/', sameSite: 'lax', httpOnly: true } as const;
	expect(cookie).toMatchObject({ name: 'session', attributes: { ...same, secure: false } });
	const secure = openSessions(school.store, { secure: true });
	expect(await secure.start(personId, 'parent', BEGAN)).toMatchObject({
		name: '__Host-session',
		attributes: { ...same, secure: true }
	});
});
