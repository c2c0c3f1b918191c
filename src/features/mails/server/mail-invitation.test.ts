import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { mailInvitation } from './mail-invitation.ts';
import { openMailer } from './mailer.ts';
import { mails } from './schema.ts';
import { sendDueMail } from './send-due-mail.ts';
import { followLink } from '#features/people/server/follow-link.ts';
import { invitePerson } from '#features/people/server/invite-person.ts';
import { memberships } from '#features/people/server/schema.ts';
import { showPeople } from '#features/people/server/show-people.ts';
import { Conflict, TooMany } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { aSink } from '#tests/support/smtp.ts';
import { aSchool, minutesLater, NOON } from '#tests/support/world.ts';

const SAMIRA = { name: 'Samira El Idrissi', email: 'samira@example.org', role: 'moderator' };

async function aPost() {
	const school = await aSchool();
	const sink = await aSink();
	onTestFinished(() => sink.close());
	const mailer = openMailer({ smtpUrl: sink.url, from: '', origin: 'https://school.example' });
	const { store } = school;
	const post = {
		store,
		mailer,
		seal: school.guest().seal,
		vault: school.guest().vault,
		now: () => NOON
	};
	const coordinator = await school.a('coordinator');
	return { school, sink, coordinator, send: () => sendDueMail(post) };
}

test('who is invited with an e-mail address gets the link there, and nobody else sees it', async () => {
	const { school, sink, coordinator, send } = await aPost();
	const invited = await invitePerson(coordinator, SAMIRA, mailInvitation);
	expect(invited).toMatchObject({ token: null, mailed: true });
	await send();
	const [{ to, mail } = { to: '', mail: undefined }] = sink.arrived;
	expect(to).toBe(SAMIRA.email);
	expect(mail?.subject).toBe('Uitnodiging voor De Vuurvogel');
	const token = /https:\/\/school\.example\/join\/([0-9a-f]{64})/.exec(mail?.text ?? '')?.[1] ?? '';
	const bytes = ['', '-wal'].map((it) => readFileSync(school.file + it, 'latin1')).join('');
	expect(bytes).not.toContain(token);

	const late = school.guest(minutesLater(14 * 24 * 60 - 1));
	expect(await followLink(late, token, newId())).toEqual({
		personId: invited.personId,
		returnTo: '/vuurvogel/desk',
		asParent: false
	});
	await expect(followLink(late, token, newId())).rejects.toEqual(new Conflict('link.expired'));
});

test('who is invited without an address, or where no mail is sent, has a link that is shown', async () => {
	const { school, coordinator } = await aPost();
	const without = await invitePerson(coordinator, { ...SAMIRA, email: '' }, mailInvitation);
	const unsent = await invitePerson(coordinator, SAMIRA);
	for (const invited of [without, unsent]) {
		expect(invited.mailed).toBe(false);
		expect(invited.token).not.toBeNull();
	}
	expect(await school.store.read.select().from(mails)).toEqual([]);
});

test('who is something outside what the actor is in charge of gets no link by mail either', async () => {
	const { school, coordinator } = await aPost();
	const { personId } = await invitePerson(coordinator, SAMIRA);
	const other = await school.anotherSchool();
	await school.store.write((tx) =>
		tx.insert(memberships).values({ scopeId: other.scope.id, personId, role: 'coordinator' })
	);
	const again = await invitePerson(coordinator, { ...SAMIRA, role: 'council' }, mailInvitation);
	expect(again).toMatchObject({ personId, token: null, mailed: false });
	expect(await school.store.read.select().from(mails)).toEqual([]);
});

test('whoever works here sees that mail to somebody came back', async () => {
	const { sink, coordinator, send } = await aPost();
	await invitePerson(coordinator, SAMIRA, mailInvitation);
	sink.script({ at: 'rcpt', code: 550 });
	await send();
	const { people } = await showPeople(coordinator);
	expect(people.find(({ email }) => email === SAMIRA.email)).toMatchObject({ bounces: true });
});

test('nobody gets more than ten invitations in an hour', async () => {
	const { coordinator } = await aPost();
	for (let n = 0; n < 10; n++) await invitePerson(coordinator, SAMIRA, mailInvitation);
	const more = invitePerson(coordinator, SAMIRA, mailInvitation);
	await expect(more).rejects.toBeInstanceOf(TooMany);
});
