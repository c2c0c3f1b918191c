import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { askMail } from './ask-mail.ts';
import { enterDigits } from './enter-digits.ts';
import { enterMailedLink } from './enter-mailed-link.ts';
import { forgetRequests } from './jobs.ts';
import { mailRequestedLinks } from './mail-links.ts';
import { mailedLinks, signInRequests } from './schema.ts';
import { mails } from '#features/mails/server/schema.ts';
import { digitsOf, tokenOf } from '#features/mails/way-in.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { Conflict, Invalid, TooMany } from '#kernel/errors.ts';
import { newId, newToken } from '#kernel/ids.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { outbox, throttles } from '#kernel/server/schema.ts';
import { aSchool, minutesLater, type World } from '#tests/support/world.ts';

const ADDRESS = 'jeroen+school@example.org';
const UNKNOWN = 'niemand@example.org';
const LAPTOP = newToken();
const GONE = new Conflict('link.expired');

async function aParent(school: World, email = ADDRESS): Promise<string> {
	const personId = personOf(await school.a('parent')) ?? '';
	await school.store.write((tx) => tx.update(people).set({ email }).where(eq(people.id, personId)));
	return personId;
}

/** Asks for a mail, and makes what the job makes of that; gives what stands in each mail. */
async function asked(school: World, email = ADDRESS, browser = LAPTOP, ctx = school.guest()) {
	await askMail(ctx, { email }, browser);
	const work = await school.store.read.select().from(outbox);
	const before = await school.store.read.select().from(mails);
	for (const { payload } of work) await mailRequestedLinks(ctx, payload as { requestId: string });
	const made = await school.store.read.select().from(mails);
	return made
		.filter(({ id }) => !before.some((it) => it.id === id))
		.map(({ id, personId }) => ({
			personId,
			token: tokenOf(ctx.seal, id),
			digits: digitsOf(ctx.seal, id)
		}));
}

const press = (ctx: Context, token: string, more: { browser?: string; digits?: string } = {}) =>
	enterMailedLink(ctx, more, { token, browser: more.browser ?? '', page: newId() });
const type = (ctx: Context, digits: string, browser = LAPTOP) =>
	enterDigits(ctx, { digits }, { browser, page: newId() });
const wrong = (digits: string) => digits.replace(/^./, (it) => (it === '1' ? '2' : '1'));

test('a parent who asks for a mail comes in with its link, once, in the browser that asked', async () => {
	const school = await aSchool();
	const personId = await aParent(school);
	const [mail] = await asked(school, ' Jeroen+School@Example.org ');
	const { token = '' } = mail ?? {};
	const tries = Array.from({ length: 20 }, () => press(school.guest(), token, { browser: LAPTOP }));
	const settled = await Promise.allSettled(tries);
	const won = settled.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
	const lost = settled.flatMap((it) => (it.status === 'rejected' ? [it.reason as unknown] : []));
	expect(won).toEqual([{ personId, returnTo: '/me' }]);
	expect(lost).toEqual(Array.from({ length: 19 }, () => GONE));
});

test('who works here comes in at the desk', async () => {
	const school = await aSchool();
	const moderator = await school.a('moderator');
	const [mail] = await asked(school, `${personOf(moderator) ?? ''}@example.org`);
	expect(await press(school.guest(), mail?.token ?? '', { browser: LAPTOP })).toMatchObject({
		returnTo: '/vuurvogel/desk'
	});
});

test('pressing twice on one page lets in twice, for a moment', async () => {
	const school = await aSchool();
	await aParent(school);
	const [mail] = await asked(school);
	const pressed = { token: mail?.token ?? '', browser: LAPTOP, page: newId() };
	await enterMailedLink(school.guest(), {}, pressed);
	expect(await enterMailedLink(school.guest(minutesLater(1)), {}, pressed)).toBeTruthy();
	await expect(enterMailedLink(school.guest(minutesLater(3)), {}, pressed)).rejects.toEqual(GONE);
});

test('a link works for 30 minutes', async () => {
	const school = await aSchool();
	await aParent(school);
	const [mail] = await asked(school);
	const token = mail?.token ?? '';
	const late = school.guest(minutesLater(30));
	await expect(press(late, token, { browser: LAPTOP })).rejects.toEqual(GONE);
	await expect(type(late, mail?.digits ?? '')).rejects.toEqual(new Conflict('digits.gone'));
	expect(await press(school.guest(minutesLater(29)), token, { browser: LAPTOP })).toBeTruthy();
});

test('on another device the link wants the digits of the same mail, so a program cannot spend it', async () => {
	const school = await aSchool();
	const personId = await aParent(school);
	const [mail] = await asked(school);
	const { token = '', digits = '' } = mail ?? {};
	// a scanner that presses the button, as often as it likes
	for (let n = 0; n < 10; n++)
		await expect(press(school.guest(), token)).rejects.toBeInstanceOf(Invalid);
	await expect(press(school.guest(), token, { digits: wrong(digits) })).rejects.toEqual(
		new Invalid('digits.wrong', { digits: 'digits.wrong' })
	);
	expect(await press(school.guest(), token, { digits })).toMatchObject({ personId });
});

test('the digits work in the browser that asked, and in no other', async () => {
	const school = await aSchool();
	const personId = await aParent(school);
	const [mail] = await asked(school);
	const digits = mail?.digits ?? '';
	const gone = new Conflict('digits.gone');
	await expect(type(school.guest(), digits, newToken())).rejects.toEqual(gone);
	await expect(type(school.guest(), digits, '')).rejects.toEqual(gone);
	const spaced = `${digits.slice(0, 3)} ${digits.slice(3)}`;
	expect(await type(school.guest(), spaced)).toMatchObject({ personId });
	// link and digits are one: the other is spent too
	await expect(type(school.guest(), digits)).rejects.toEqual(gone);
	await expect(press(school.guest(), mail?.token ?? '', { browser: LAPTOP })).rejects.toEqual(GONE);
});

test.each([ADDRESS, UNKNOWN])(
	'after five wrong digits the mail is of no use: %s',
	async (email) => {
		const school = await aSchool();
		await aParent(school);
		const [mail] = await asked(school, email);
		const digits = mail?.digits ?? '123456';
		for (let n = 0; n < 5; n++)
			await expect(type(school.guest(), wrong(digits))).rejects.toEqual(
				new Conflict('digits.wrong')
			);
		await expect(type(school.guest(), digits)).rejects.toEqual(new Conflict('digits.gone'));
		if (mail)
			await expect(press(school.guest(), mail.token, { browser: LAPTOP })).rejects.toEqual(GONE);
	}
);

test('of five wrong digits on the page of the link too', async () => {
	const school = await aSchool();
	await aParent(school);
	const [mail] = await asked(school);
	const { token = '', digits = '' } = mail ?? {};
	for (let n = 0; n < 5; n++)
		await press(school.guest(), token, { digits: wrong(digits) }).catch(() => undefined);
	await expect(press(school.guest(), token, { digits })).rejects.toEqual(GONE);
});

test('what is done for an address that nobody has is what is done for one that somebody has', async () => {
	const school = await aSchool();
	await aParent(school);
	const { read } = school.store;
	const rows = async () => [
		(await read.select().from(signInRequests)).length,
		(await read.select().from(outbox)).length,
		(await read.select().from(throttles)).length,
		(await read.select().from(mails)).length
	];
	await askMail(school.guest(), { email: ADDRESS }, LAPTOP);
	const known = await rows();
	expect(known).toEqual([1, 1, 3, 0]);
	await askMail({ ...school.guest(), address: '198.51.100.9' }, { email: UNKNOWN }, LAPTOP);
	expect(await rows()).toEqual(known.map((n) => n * 2));
	const unknown = await asked(school, UNKNOWN);
	expect(unknown.map(({ personId }) => personId)).toHaveLength(1);
	expect(await read.select().from(mailedLinks)).toHaveLength(1);
});

test('the job that makes the mails makes them once, also when it is called again', async () => {
	const school = await aSchool();
	await aParent(school);
	await asked(school);
	const [work] = await school.store.read.select().from(outbox);
	await mailRequestedLinks(school.guest(), work?.payload as { requestId: string });
	expect(await school.store.read.select().from(mails)).toHaveLength(1);
});

test('who left or was kept out everywhere gets no mail, and no way in with one under way', async () => {
	const school = await aSchool();
	const personId = await aParent(school);
	const [mail] = await asked(school);
	const blocked = { status: 'blocked' } as const;
	await school.store.write((tx) =>
		tx.update(memberships).set(blocked).where(eq(memberships.personId, personId))
	);
	await expect(press(school.guest(), mail?.token ?? '', { browser: LAPTOP })).rejects.toEqual(GONE);
	expect(await asked(school)).toEqual([]);
});

test('an address gets five mails in an hour, known or not, and then the answer is the same too', async () => {
	const school = await aSchool();
	await aParent(school);
	for (const email of [ADDRESS, UNKNOWN]) {
		for (let n = 0; n < 5; n++) await askMail(school.guest(), { email }, LAPTOP);
		const sixth = askMail(school.guest(), { email }, LAPTOP);
		await expect(sixth).rejects.toEqual(new TooMany('mail.wait'));
	}
	await askMail(school.guest(minutesLater(61)), { email: ADDRESS }, LAPTOP);
});

test('from one network a hundred mails can be asked for in an hour, to whatever addresses', async () => {
	const school = await aSchool();
	for (let n = 0; n < 100; n++)
		await askMail(school.guest(), { email: `ouder${String(n)}@example.org` }, LAPTOP);
	const more = (address: string) =>
		askMail({ ...school.guest(), address }, { email: 'nog@example.org' }, LAPTOP);
	await expect(more('192.0.2.7')).rejects.toEqual(new TooMany('mail.wait'));
	await more('192.0.2.8');
});

test('what is no address is refused beside the field', async () => {
	const school = await aSchool();
	for (const email of ['', 'jeroen', 'a@b.nl,c@d.nl'])
		await expect(askMail(school.guest(), { email }, LAPTOP)).rejects.toBeInstanceOf(Invalid);
});

test('no table holds the address that was typed, the link, the digits or the cookie', async () => {
	const school = await aSchool();
	await aParent(school);
	const [mail] = await asked(school, 'typte.iets.anders@example.org').then(() => asked(school));
	const { token = '', digits = '' } = mail ?? {};
	expect([token.length, digits.length]).toEqual([64, 6]);
	const bytes = ['', '-wal'].map((it) => readFileSync(school.file + it, 'latin1')).join('');
	expect(bytes).toContain(ADDRESS);
	expect(['typte.iets', token, LAPTOP].filter((it) => bytes.includes(it))).toEqual([]);
	for (const table of [mails, mailedLinks, signInRequests])
		expect(JSON.stringify(await school.store.read.select().from(table))).not.toContain(
			`"${digits}"`
		);
});

test('requests are forgotten when they let nobody in any more', async () => {
	const school = await aSchool();
	await aParent(school);
	await asked(school);
	await school.store.write((tx) => forgetRequests(tx, minutesLater(29)));
	expect(await school.store.read.select().from(mailedLinks)).toHaveLength(1);
	await school.store.write((tx) => forgetRequests(tx, minutesLater(30)));
	expect(await school.store.read.select().from(mailedLinks)).toEqual([]);
	expect(await school.store.read.select().from(signInRequests)).toEqual([]);
});

test('of two parents with one address each gets a mail of their own, which opens only their account', async () => {
	const school = await aSchool();
	const both = [await aParent(school), await aParent(school)].toSorted();
	const sent = await asked(school);
	expect(sent.map(({ personId }) => personId).toSorted()).toEqual(both);
	expect(new Set(sent.flatMap(({ token, digits }) => [token, digits])).size).toBe(4);
	for (const { token, personId } of sent)
		expect(await press(school.guest(), token, { browser: LAPTOP })).toMatchObject({ personId });
});

test('the digits of each of two mails to one address let in whom that mail is for', async () => {
	const school = await aSchool();
	await aParent(school);
	await aParent(school);
	for (const { digits, personId } of await asked(school))
		expect(await type(school.guest(), digits)).toMatchObject({ personId });
});
