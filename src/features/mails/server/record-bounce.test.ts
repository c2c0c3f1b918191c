import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { openMailer } from './mailer.ts';
import { queueMail } from './queue-mail.ts';
import { recordBounce } from './record-bounce.ts';
import { mails } from './schema.ts';
import { sendDueMail } from './send-due-mail.ts';
import { people } from '#features/people/server/schema.ts';
import { Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { personOf } from '#kernel/server/context.ts';
import { aSink } from '#tests/support/smtp.ts';
import { aSchool, minutesLater, NOON } from '#tests/support/world.ts';

const KEY = 'a key that a mail server has as well';
const signed = (body: string, key = KEY) =>
	`sha256=${createHmac('sha256', key).update(body).digest('hex')}`;

/** A parent to whom a mail was sent, and what its Message-ID was on the line. */
async function aSentMail() {
	const school = await aSchool();
	const sink = await aSink();
	onTestFinished(() => sink.close());
	const personId = personOf(await school.a('parent')) ?? '';
	const send = async (key: string) => {
		await school.store.write((tx) =>
			queueMail(
				tx,
				{ now: NOON },
				{ key, kind: 'sign-in', personId, locale: 'nl', usefulUntil: minutesLater(30) }
			)
		);
		const mailer = openMailer({ smtpUrl: sink.url, from: '', origin: 'https://school.example' });
		await sendDueMail({
			store: school.store,
			mailer,
			seal: school.guest().seal,
			vault: school.guest().vault,
			now: () => NOON
		});
		return sink.arrived.at(-1)?.mail.messageId ?? '';
	};
	const messageId = await send('1');
	return {
		...{ school, personId, messageId, send },
		tell: (it: Readonly<Record<string, string>>) => {
			const body = JSON.stringify(it);
			return recordBounce(school.guest(), KEY, { body, signature: signed(body) });
		},
		state: async () => {
			const [row] = await school.store.read.select().from(people).where(eq(people.id, personId));
			return row?.emailState;
		}
	};
}

test('a mail that comes back for good marks its address, and one that does so for now does not', async () => {
	const { messageId, tell, state, school } = await aSentMail();
	await tell({ messageId, kind: 'soft' });
	expect(await state()).toBe('works');
	await tell({ messageId, kind: 'hard' });
	expect(await state()).toBe('bounced');
	expect(await school.store.read.select().from(mails)).toMatchObject([{ state: 'bounced' }]);
});

test('what was told once does nothing when it is told again, also after the address was mended', async () => {
	const { messageId, tell, state, send } = await aSentMail();
	await tell({ messageId, kind: 'hard' });
	await send('2');
	expect(await state()).toBe('works');
	await tell({ messageId, kind: 'hard' });
	expect(await state()).toBe('works');
});

test('an address that was changed since is not marked for what came back from the old one', async () => {
	const { school, personId, messageId, tell, state } = await aSentMail();
	await school.store.write((tx) =>
		tx.update(people).set({ email: 'nieuw@example.org' }).where(eq(people.id, personId))
	);
	await tell({ messageId, kind: 'hard' });
	expect(await state()).toBeNull();
});

test('an address that mail came back from is given up for a new one, of which nothing is known', async () => {
	const { school, personId, messageId, tell, state } = await aSentMail();
	await tell({ messageId, kind: 'hard' });
	const change = (email: string) =>
		school.store.write((tx) => tx.update(people).set({ email }).where(eq(people.id, personId)));
	await change(`${personId}@example.org`);
	expect(await state()).toBe('bounced');
	await change('nieuw@example.org');
	expect(await state()).toBeNull();
});

test('of a mail that we never sent nothing is told, nor changed', async () => {
	const { tell, state } = await aSentMail();
	for (const messageId of ['<x@school.example>', 'abcdefghijkmnpqr@school.example', ''])
		await tell({ messageId, kind: 'hard' });
	expect(await state()).toBe('works');
});

test('without the right signature nothing is taken, whatever it says', async () => {
	const { school, messageId, state } = await aSentMail();
	const body = JSON.stringify({ messageId, kind: 'hard' });
	const told = (signature: string | null, key = KEY, sent = body) =>
		recordBounce(school.guest(), key, { body: sent, signature });
	const wrong = [null, '', 'sha256=', signed(body, 'another key'), signed(`${body} `), 'md5=00'];
	for (const signature of wrong) await expect(told(signature)).rejects.toBeInstanceOf(Forbidden);
	await expect(told(signed(body), '')).rejects.toBeInstanceOf(NotFound);
	for (const text of ['', '{', '[]', '{"kind":"hard"}', '{"messageId":"x","kind":"worse"}'])
		await expect(told(signed(text), KEY, text)).rejects.toBeInstanceOf(Invalid);
	expect(await state()).toBe('works');
});
