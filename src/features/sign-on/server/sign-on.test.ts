import { existsSync, readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { enterByProvider } from './enter-by-provider.ts';
import { removeAccount } from './remove-account.ts';
import { providerAccounts } from './schema.ts';
import { showAccounts } from './show-accounts.ts';
import { openSessions } from '#features/people/server/sessions.ts';
import { memberships, people, seats } from '#features/people/server/schema.ts';
import { bodies } from '#features/scopes/server/schema.ts';
import { nl } from '#i18n/nl/index.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { ConfirmFirst, Conflict } from '#kernel/errors.ts';
import { journal } from '#kernel/server/schema.ts';
import { aPostFor } from '#tests/support/post.ts';
import { aSchoolWithProvider, type SignOnWorld } from '#tests/support/sign-on.ts';
import { at, BEGAN, minutesLater, NOON, World } from '#tests/support/world.ts';

const refused = (reason: ConstructorParameters<typeof Conflict>[0]) => new Conflict(reason);

/** Somebody with a role here, and an address. */
async function somebody(
	school: World,
	role: Parameters<World['a']>[0],
	email: string
): Promise<Context> {
	const ctx = await school.a(role);
	const mine = eq(people.id, requirePerson(ctx));
	await school.store.write((tx) => tx.update(people).set({ email }).where(mine));
	return ctx;
}

const links = ({ school }: SignOnWorld) => school.store.read.$count(providerAccounts);

test('who works here comes in by the provider, to their desk; it is linked once, by object only', async () => {
	const world = await aSchoolWithProvider();
	const wies = await somebody(world.school, 'coordinator', 'wies@school.example');
	world.knows('wies', { email: 'Wies@School.example' });
	const personId = requirePerson(wies);
	const returnTo = '/vuurvogel/desk';
	const shown = { strong: false, confirmedAt: NOON };
	for (let times = 0; times < 2; times++) {
		const entry = await world.signsIn('wies');
		expect(entry).toMatchObject({ personId, returnTo, shown: { strong: false } });
		const late = shown.confirmedAt.getTime() - (entry.shown.confirmedAt?.getTime() ?? 0);
		expect(late).toBeLessThan(5_000);
	}
	expect(await links(world)).toBe(1);
	const lines = await world.school.store.read.select().from(journal);
	expect(lines).toMatchObject([
		{ what: 'account.linked', aboutKind: 'person', aboutId: personId, actorId: null }
	]);
});

test('who gets an account linked or unlinked is told by mail, and their other sessions end', async () => {
	const world = await aSchoolWithProvider();
	const wies = await somebody(world.school, 'moderator', 'wies@school.example');
	world.knows('wies', { email: 'wies@school.example' });
	const post = await aPostFor(world.school);
	const sessions = openSessions(world.school.store, { secure: false });
	const { what } = nl.mails.change;
	for (const [said, act] of [
		[what['account-linked'], () => world.signsIn('wies')],
		[what['account-removed'], () => removeAccount(wies, world.there.issuer)]
	] as const) {
		const { value } = await sessions.start(requirePerson(wies), 'desk', BEGAN);
		await act();
		expect(await sessions.find(value)).toBeNull();
		const [{ to, mail } = { to: '', mail: undefined }, ...others] = await post.arriving();
		expect(to).toBe('wies@school.example');
		expect(mail?.text).toContain(said);
		expect(others).toEqual([]);
	}
	await world.signsIn('wies');
	await post.arriving();
	await world.signsIn('wies');
	expect(await post.arriving()).toEqual([]);
});

test.each([true, false])(
	'a provider may tell the address in its ID token (%s), or when it is asked',
	async (inToken) => {
		const world = await aSchoolWithProvider({ inToken });
		const wies = await somebody(world.school, 'moderator', 'wies@school.example');
		world.knows('wies', { email: 'wies@school.example' });
		expect((await world.signsIn('wies')).personId).toBe(requirePerson(wies));
		expect(world.there.asked.includes('GET /me')).toBe(!inToken);
	}
);

test('an account of nobody, of a parent, or with an address that was not verified gets one answer', async () => {
	const world = await aSchoolWithProvider();
	await somebody(world.school, 'parent', 'ouder@example.org');
	await somebody(world.school, 'moderator', 'wies@school.example');
	world.knows('nobody', { email: 'niemand@school.example' });
	world.knows('parent', { email: 'ouder@example.org' });
	world.knows('unsure', { email: 'wies@school.example', email_verified: false });
	world.knows('as-text', { email: 'wies@school.example', email_verified: 'true' });
	world.knows('empty', { email: '' });
	for (const account of ['nobody', 'parent', 'unsure', 'as-text', 'empty'])
		await expect(world.signsIn(account)).rejects.toEqual(refused('sign-on.unknown'));
	expect(await links(world)).toBe(0);
	// two parents of the world, and nobody new
	expect(await world.school.store.read.$count(people)).toBe(2);
});

test('an address of two who work here links to neither', async () => {
	const world = await aSchoolWithProvider();
	for (const role of ['moderator', 'staff'] as const)
		await somebody(world.school, role, 'post@school.example');
	world.knows('post', { email: 'post@school.example' });
	await expect(world.signsIn('post')).rejects.toEqual(refused('sign-on.shared'));
	expect(await links(world)).toBe(0);
});

test('who works here comes in though a parent has their address too', async () => {
	const world = await aSchoolWithProvider();
	await somebody(world.school, 'parent', 'gezin@example.org');
	const wies = await somebody(world.school, 'council', 'gezin@example.org');
	world.knows('wies', { email: 'gezin@example.org' });
	expect((await world.signsIn('wies')).personId).toBe(requirePerson(wies));
});

test('a parent comes in for as long as they sit in the council', async () => {
	const world = await aSchoolWithProvider();
	const { store, scope } = world.school;
	const wies = await somebody(world.school, 'parent', 'wies@example.org');
	world.knows('wies', { email: 'wies@example.org' });
	await store.write(async (tx) => {
		await tx.insert(bodies).values({ id: 'mr', scopeId: scope.id, kind: 'mr', name: 'MR' });
		await tx.insert(seats).values({
			...{ bodyId: 'mr', personId: requirePerson(wies), section: 'parents' },
			...{ fromOn: '2027-01-01', untilOn: '2027-05-12' }
		});
	});
	expect((await world.signsIn('wies')).personId).toBe(requirePerson(wies));
	const tomorrow = at(world.school.guest(), minutesLater(24 * 60));
	const returned = await world.goes('wies', { ctx: tomorrow });
	await expect(world.comesIn(returned, tomorrow)).rejects.toEqual(refused('sign-on.unknown'));
});

test('once it is linked the account decides, whatever address it has later', async () => {
	const world = await aSchoolWithProvider();
	const wies = await somebody(world.school, 'moderator', 'wies@school.example');
	const noor = await somebody(world.school, 'coordinator', 'noor@school.example');
	world.knows('wies', { email: 'wies@school.example' });
	await world.signsIn('wies');
	world.knows('wies', { email: 'noor@school.example' });
	expect((await world.signsIn('wies')).personId).toBe(requirePerson(wies));
	world.knows('wies', { email: 'anders@school.example', email_verified: false });
	expect((await world.signsIn('wies')).personId).toBe(requirePerson(wies));
	// the address goes to somebody else, who gets nothing of hers with it
	world.knows('new', { email: 'wies@school.example' });
	await expect(world.signsIn('new')).rejects.toEqual(refused('sign-on.unknown'));
	world.knows('noor', { email: 'noor@school.example' });
	expect((await world.signsIn('noor')).personId).toBe(requirePerson(noor));
	expect(await links(world)).toBe(2);
});

test('who does not work here any more, or is blocked, does not come in', async () => {
	const world = await aSchoolWithProvider();
	const wies = await somebody(world.school, 'moderator', 'wies@school.example');
	world.knows('wies', { email: 'wies@school.example' });
	await world.signsIn('wies');
	const hers = eq(memberships.personId, requirePerson(wies));
	for (const status of ['blocked', 'left'] as const) {
		await world.school.store.write((tx) => tx.update(memberships).set({ status }).where(hers));
		await expect(world.signsIn('wies')).rejects.toEqual(refused('sign-on.unknown'));
	}
	await world.school.store.write((tx) => tx.delete(memberships).where(hers));
	await expect(world.signsIn('wies')).rejects.toEqual(refused('sign-on.unknown'));
});

test.each([
	[{ amr: ['pwd'] }, false],
	[{ amr: ['pwd', 'otp'] }, true],
	[{ acr: 'hoog' }, true],
	[{ acr: 'laag' }, false]
])(
	'what the provider tells of it decides whether a second factor was shown: %j',
	async (how, strong) => {
		const world = await aSchoolWithProvider();
		await somebody(world.school, 'moderator', 'wies@school.example');
		world.knows('wies', { email: 'wies@school.example', ...how, ago: 3_600 });
		const { shown } = await world.signsIn('wies');
		expect(shown.strong).toBe(strong);
		// an hour ago there is an hour ago here
		const ago = NOON.getTime() - (shown.confirmedAt?.getTime() ?? 0);
		expect(Math.abs(ago - 3_600_000)).toBeLessThan(5_000);
	}
);

test('an answer serves once, within a quarter of an hour, in the browser that went there', async () => {
	const world = await aSchoolWithProvider();
	const { school, provider } = world;
	await somebody(school, 'moderator', 'wies@school.example');
	world.knows('wies', { email: 'wies@school.example' });
	const expired = refused('sign-on.expired');
	const mine = await world.goes('wies');
	const others = await world.goes('wies');
	const asked = world.there.asked.length;
	const guest = school.guest();
	await expect(enterByProvider(guest, provider, null, mine.answer)).rejects.toEqual(expired);
	await expect(enterByProvider(guest, provider, others.journey, mine.answer)).rejects.toEqual(
		expired
	);
	const confirm = { back: '/', stay: false };
	await expect(
		enterByProvider(guest, provider, { ...mine.journey, confirm }, mine.answer)
	).rejects.toEqual(expired);
	await expect(world.comesIn(mine, at(guest, minutesLater(15)))).rejects.toEqual(expired);
	const without = new URL(mine.answer);
	without.searchParams.delete('state');
	await expect(world.comesIn({ ...mine, answer: without })).rejects.toEqual(expired);
	// of all that the provider was asked nothing
	expect(world.there.asked.length).toBe(asked);

	const both = await Promise.allSettled([world.comesIn(mine), world.comesIn(mine)]);
	expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	await expect(world.comesIn(mine)).rejects.toEqual(expired);
});

test('a code of somebody else, slipped into an answer, lets nobody in', async () => {
	const world = await aSchoolWithProvider();
	await somebody(world.school, 'moderator', 'wies@school.example');
	await somebody(world.school, 'coordinator', 'noor@school.example');
	world.knows('wies', { email: 'wies@school.example' });
	world.knows('noor', { email: 'noor@school.example' });
	const mine = await world.goes('wies');
	const stolen = await world.goes('noor');
	const code = stolen.answer.searchParams.get('code') ?? '';
	mine.answer.searchParams.set('code', code);
	await expect(world.comesIn(mine)).rejects.toEqual(refused('sign-on.wrong'));
	const twice = await world.goes('wies');
	twice.answer.searchParams.append('code', code);
	await expect(world.comesIn(twice)).rejects.toEqual(refused('sign-on.wrong'));
	const elsewhere = await world.goes('wies');
	elsewhere.answer.searchParams.set('iss', 'https://evil.example');
	await expect(world.comesIn(elsewhere)).rejects.toEqual(refused('sign-on.wrong'));
});

test('who thinks better of it at the provider is told so', async () => {
	const world = await aSchoolWithProvider();
	const { journey, answer } = await world.goes(null);
	expect(answer.searchParams.get('error')).toBe('access_denied');
	await expect(world.comesIn({ journey, answer })).rejects.toEqual(refused('sign-on.cancelled'));
});

test('an account is shown to and unlinked by its person, who showed a moment ago that it is them', async () => {
	const world = await aSchoolWithProvider();
	const wies = await somebody(world.school, 'moderator', 'wies@school.example');
	world.knows('wies', { email: 'wies@school.example' });
	await world.signsIn('wies');
	const { name, linked } = await showAccounts(wies, world.provider);
	expect({ name, linked }).toEqual({
		name: 'de Schoolgroep',
		linked: [{ issuer: world.there.issuer, linkedOn: '2027-05-12', name: 'de Schoolgroep' }]
	});
	// after the provider changed it says where the account was
	expect((await showAccounts(wies, null)).linked[0]?.name).toMatch(/^127\.0\.0\.1:\d+$/);

	const idle = { ...wies, now: minutesLater(11) };
	await expect(removeAccount(idle, world.there.issuer)).rejects.toBeInstanceOf(ConfirmFirst);
	const other = await world.school.a('coordinator');
	await removeAccount(other, world.there.issuer);
	expect(await links(world)).toBe(1);
	await removeAccount(wies, world.there.issuer);
	expect(await links(world)).toBe(0);
});

test('the database and its log hold nothing of a try, and not what an account is called elsewhere', async () => {
	const world = await aSchoolWithProvider();
	await somebody(world.school, 'moderator', 'wies@school.example');
	world.knows('a-subject-that-tells', { email: 'wies@school.example' });
	const returned = await world.goes('a-subject-that-tells');
	await world.comesIn(returned);
	const { file } = world.school;
	const files = ['', '-wal'].map((it) => file + it).filter((it) => existsSync(it));
	const bytes = Buffer.concat(files.map((it) => readFileSync(it)));
	const { searchParams } = returned.answer;
	const hidden = ['a-subject-that-tells', returned.journey.secret].concat(
		['code', 'state'].map((it) => searchParams.get(it) ?? '')
	);
	expect(hidden.every((it) => it.length >= 20)).toBe(true);
	expect(hidden.filter((it) => bytes.includes(it))).toEqual([]);
});
