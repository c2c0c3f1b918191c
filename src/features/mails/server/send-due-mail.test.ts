import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openMailer, outcomeOf } from './mailer.ts';
import { queueMail } from './queue-mail.ts';
import { mails } from './schema.ts';
import { sendDueMail, type Post } from './send-due-mail.ts';
import { people } from '#features/people/server/schema.ts';
import { personOf } from '#kernel/server/context.ts';
import { aSink } from '#tests/support/smtp.ts';
import { aSchool, minutesLater, NOON, type World } from '#tests/support/world.ts';

const ADDRESS = 'jeroen@example.org';
const FROM = 'Samenspraak <praatmee@school.example>';
const ORIGIN = 'https://praatmee.school.example';

/** A parent with an address, a mail for them, and a mail server in this process. */
async function aPost(smtpUrl?: string) {
	const printed: string[] = [];
	vi.spyOn(process.stdout, 'write').mockImplementation((text) =>
		Boolean(printed.push(String(text)))
	);
	const school = await aSchool();
	const sink = await aSink();
	onTestFinished(async () => {
		vi.restoreAllMocks();
		await sink.close();
	});
	let now = NOON;
	const post: Post = {
		store: school.store,
		mailer: openMailer({ smtpUrl: smtpUrl ?? sink.url, from: FROM, origin: ORIGIN }),
		seal: school.guest().seal,
		vault: school.guest().vault,
		now: () => now
	};
	const { personId, mailId } = await queued(school, ADDRESS);
	return {
		...{ school, sink, post, personId, mailId, printed },
		sendAt: (minutes: number) => {
			now = minutesLater(minutes);
			return sendDueMail(post);
		},
		mail: async () => (await school.store.read.select().from(mails).where(eq(mails.id, mailId)))[0],
		person: async () =>
			(await school.store.read.select().from(people).where(eq(people.id, personId)))[0]
	};
}

async function queued(school: World, email: string, key = 'sign-in/1') {
	const personId = personOf(await school.a('parent')) ?? '';
	const mailId = await school.store.write(async (tx) => {
		await tx.update(people).set({ email, name: 'Jeroen <b>Bakker' }).where(eq(people.id, personId));
		const usefulUntil = minutesLater(30);
		const wanted = { key, kind: 'sign-in', personId, locale: 'nl', usefulUntil } as const;
		return queueMail(tx, { now: NOON }, wanted);
	});
	return { personId, mailId: mailId ?? '' };
}

test('a mail arrives once, with both parts, and nothing in it comes from elsewhere', async () => {
	const { sink, sendAt, mail, mailId, person, post } = await aPost();
	expect(await sendAt(0)).toBe(1);
	expect(await sendAt(1)).toBe(0);
	expect(sink.arrived).toHaveLength(1);
	const [arrived] = sink.arrived;
	const { mail: parsed, raw = '', to } = arrived ?? {};
	expect(to).toBe(ADDRESS);
	expect(parsed).toMatchObject({
		messageId: `<${mailId}@praatmee.school.example>`,
		date: NOON,
		subject: 'Inloggen bij Samenspraak',
		from: { text: '"Samenspraak" <praatmee@school.example>' }
	});
	expect(parsed?.headers.get('auto-submitted')).toBe('auto-generated');
	expect(raw.indexOf('text/plain')).toBeGreaterThan(0);
	expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'));

	const link = `${ORIGIN}/sign-in/${post.seal(`mail-token/${mailId}`)}`;
	const digits = /\b\d{3} \d{3}\b/;
	expect(parsed?.text).toContain(link);
	expect(parsed?.text).toMatch(digits);
	expect(parsed?.text).toContain('Dag Jeroen <b>Bakker,');
	const html = parsed?.html || '';
	expect(html).toContain(`href="${link}"`);
	expect(html).toMatch(digits);
	expect(html).toContain('Dag Jeroen &lt;b&gt;Bakker,');
	expect(html).toContain('<html lang="nl" dir="ltr">');
	expect(html).not.toMatch(/<img|<link|<script|src=|url\(/i);
	expect(html.match(/https?:\/\/[^"<\s]+/g)).toEqual([link, ORIGIN]);

	expect(await mail()).toMatchObject({ state: 'sent', attempts: 1, sentOn: '2027-05-12' });
	// the moment is forgotten, the day is not
	const day = new Date('2027-05-12T00:00:00Z');
	expect(await mail()).toMatchObject({ madeAt: day, nextAt: day, usefulUntil: day });
	expect(await person()).toMatchObject({ emailState: 'works' });
});

test('a mail is written in the language that its reader chose', async () => {
	const { school, sink, sendAt, personId } = await aPost();
	await school.store.write((tx) =>
		tx.update(people).set({ locale: 'en' }).where(eq(people.id, personId))
	);
	await sendAt(0);
	expect(sink.arrived[0]?.mail).toMatchObject({ subject: 'Sign in to Samenspraak' });
	expect(sink.arrived[0]?.mail.html).toContain('<html lang="en"');
});

test('a 451, a line that breaks before the mail and one that breaks after it: it arrives, and is one mail', async () => {
	const { sink, sendAt, mail } = await aPost();
	sink.script({ at: 'rcpt', code: 451 }, 'drop before DATA', 'drop after DATA', {
		at: 'data',
		code: 452
	});
	const after: (number | undefined)[] = [];
	for (const minutes of [0, 1, 3, 7, 15]) {
		// a moment too early nothing is tried
		if (minutes > 0) expect(await sendAt(minutes - 0.1)).toBe(0);
		await sendAt(minutes);
		after.push((await mail())?.attempts);
	}
	expect(after).toEqual([1, 2, 3, 4, 5]);
	expect(await mail()).toMatchObject({ state: 'sent', lastCode: '250' });
	expect(sink.arrived.filter(({ taken }) => taken)).toHaveLength(1);
	// what came over the line more than once is the same to the byte, so a mailbox keeps one
	expect(sink.arrived).toHaveLength(3);
	expect(new Set(sink.arrived.map(({ raw }) => raw)).size).toBe(1);
});

test('two parents with one address get a mail each, in which nothing is of the other', async () => {
	const { school, sink, sendAt } = await aPost();
	const { personId } = await queued(school, ADDRESS, 'sign-in/2');
	await school.store.write((tx) =>
		tx.update(people).set({ name: 'Fatma Y0131lmaz' }).where(eq(people.id, personId))
	);
	await sendAt(0);
	const texts = sink.arrived.map(({ mail }) => mail.text ?? '');
	expect(texts).toHaveLength(2);
	expect(texts.filter((it) => it.includes('Dag Jeroen'))).toHaveLength(1);
	expect(texts.filter((it) => it.includes('Dag Fatma Y0131lmaz'))).toHaveLength(1);
	expect(texts.filter((it) => it.includes('Jeroen') && it.includes('Fatma'))).toEqual([]);
});

test('a server whose name is gone loses nothing: the mail waits until there is one again', async () => {
	const { school, sink, sendAt, post, mail } = await aPost('smtp://mail.expired.invalid:25');
	const second = await queued(school, 'bas@example.org', 'sign-in/2');
	expect(await sendAt(0)).toBe(0);
	expect(await mail()).toMatchObject({ state: 'waiting', attempts: 1 });
	// the others are not tried one after the other against a server that is not there
	const [other] = await school.store.read.select().from(mails).where(eq(mails.id, second.mailId));
	expect(other).toMatchObject({ state: 'waiting', attempts: 0 });

	const mended = openMailer({ smtpUrl: sink.url, from: FROM, origin: ORIGIN });
	expect(await sendDueMail({ ...post, mailer: mended, now: () => minutesLater(2) })).toBe(2);
	expect(sink.arrived.map(({ to }) => to).toSorted()).toEqual(['bas@example.org', ADDRESS]);
});

test.each(['rcpt', 'data'] as const)(
	'a refusal for good at %s is final, and the address is known as one that does not work',
	async (at) => {
		const { sink, sendAt, mail, person } = await aPost();
		sink.script({ at, code: 550 });
		expect(await sendAt(0)).toBe(0);
		expect(await mail()).toMatchObject({ state: 'failed', attempts: 1, lastCode: '550' });
		expect(await person()).toMatchObject({ emailState: 'bounced' });
		expect(await sendAt(60)).toBe(0);
		expect(sink.arrived.filter(({ taken }) => taken)).toEqual([]);
	}
);

test('whoever sends at the same moment as another, a mail is sent once', async () => {
	const { sink, post, sendAt } = await aPost();
	const counts = await Promise.all([sendAt(0), sendDueMail(post), sendDueMail(post)]);
	expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1);
	expect(sink.arrived).toHaveLength(1);
});

test('a mail that helps nobody any more is not sent, nor one to who has no address', async () => {
	const { school, sink, sendAt, mail } = await aPost();
	await sendAt(30);
	expect(await mail()).toMatchObject({ state: 'failed', lastCode: 'late' });
	const other = await queued(school, 'weg@example.org', 'sign-in/2');
	await school.store.write((tx) =>
		tx.update(people).set({ email: null }).where(eq(people.id, other.personId))
	);
	await sendAt(1);
	expect(sink.arrived).toEqual([]);
});

test('asking twice for a mail under one key is asking once', async () => {
	const { school, sendAt, sink, personId } = await aPost();
	const wanted = { key: 'sign-in/1', kind: 'sign-in', personId, locale: 'nl' } as const;
	const again = await school.store.write((tx) =>
		queueMail(tx, { now: NOON }, { ...wanted, usefulUntil: minutesLater(30) })
	);
	expect(again).toBeNull();
	expect(await sendAt(0)).toBe(1);
	expect(sink.arrived).toHaveLength(1);
});

test('without a mail server the log says so, and names nobody', async () => {
	const { printed, school, post, mail, mailId } = await aPost();
	const mailer = openMailer({ smtpUrl: '', from: '', origin: ORIGIN });
	expect(await sendDueMail({ ...post, mailer })).toBe(0);
	expect(printed.join('')).toContain('mail to 1 person, not sent: no SMTP_URL');
	expect(printed.join('')).not.toContain('@');
	expect(await mail()).toMatchObject({ state: 'failed' });
	expect(school.file).not.toContain(mailId);
});

test('neither queue nor log holds an address, a link or digits, whatever the server says', async () => {
	const { school, sink, sendAt, printed } = await aPost();
	sink.script({ at: 'rcpt', code: 451 }, { at: 'data', code: 550 });
	await sendAt(0);
	await sendAt(1);
	const [sent] = sink.arrived;
	const token = /sign-in\/([0-9a-f]{64})/.exec(sent?.mail.text ?? '')?.[1] ?? '';
	const digits = /\b(\d{3}) (\d{3})\b/.exec(sent?.mail.text ?? '') ?? [];
	expect(token).toHaveLength(64);
	const secrets = [token, `${digits[1] ?? ''}${digits[2] ?? ''}`, digits[0] ?? ''];
	expect(secrets.every((it) => it.length >= 6)).toBe(true);
	const queue = JSON.stringify(await school.store.read.select().from(mails));
	expect([ADDRESS, ...secrets].filter((it) => `${queue}${printed.join('')}`.includes(it))).toEqual(
		[]
	);
	const bytes = ['', '-wal'].map((it) => readFileSync(school.file + it, 'latin1')).join('');
	expect(secrets.filter((it) => it.length > 6 && bytes.includes(it))).toEqual([]);
	expect(printed.join('')).toContain('"code":"451"');
});

test('what the server holds against us, not against the mail, is no refusal of an address', () => {
	const said = (command: string, responseCode: number) =>
		outcomeOf(Object.assign(new Error('x'), { code: 'EENVELOPE', command, responseCode })).is;
	expect(said('RCPT TO', 550)).toBe('refused');
	expect(said('RCPT TO', 450)).toBe('again');
	expect(said('MAIL FROM', 553)).toBe('again');
	expect(said('AUTH PLAIN', 535)).toBe('again');
	expect(outcomeOf(new Error('jeroen@example.org'))).toEqual({
		is: 'again',
		code: 'EUNKNOWN',
		reached: false
	});
});

test('whoever stops loses nothing: the mail under way is written down, the others wait', async () => {
	const { school, sink, post } = await aPost();
	await queued(school, 'bas@example.org', 'sign-in/2');
	expect(await sendDueMail(post, () => sink.arrived.length > 0)).toBe(1);
	const states = (await school.store.read.select().from(mails)).map(({ state }) => state);
	expect(states.toSorted()).toEqual(['sent', 'waiting']);
	expect(await sendDueMail(post)).toBe(1);
	expect(sink.arrived).toHaveLength(2);
});
