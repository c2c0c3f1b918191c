import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { forgetInvitations } from './jobs.ts';
import { mailParents } from './mail-parents.ts';
import { invitations } from './schema.ts';
import { showMailing } from './show-mailing.ts';
import { suspendConsultation } from '#features/launch/server/suspend-consultation.ts';
import { resumeConsultation } from '#features/launch/server/resume-consultation.ts';
import { withdrawConsultation } from '#features/launch/server/withdraw-consultation.ts';
import { queueMail } from '#features/mails/server/queue-mail.ts';
import { mails } from '#features/mails/server/schema.ts';
import { countAll } from '#features/onboarding/server/counts.ts';
import { followLink } from '#features/people/server/follow-link.ts';
import { memberships, people, signInLinks } from '#features/people/server/schema.ts';
import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { addPoll, aDraftedConsultation, DRAFTING, openIt } from '#tests/support/draft.ts';
import { aPostFor } from '#tests/support/post.ts';
import type { Arrived } from '#tests/support/smtp.ts';
import { at, minutesLater, NOON, type World } from '#tests/support/world.ts';

const FAMILIES: Record<string, string[]> = {
	'gezin-1': ['anna', 'bram'],
	'gezin-2': ['carla'],
	'gezin-3': ['dirk']
};
const byMail = { byMail: true };
const GONE = new Conflict('link.expired');

const change = (school: World, id: string, set: Partial<typeof people.$inferInsert>) =>
	school.store.write((tx) => tx.update(people).set(set).where(eq(people.id, id)));
const become = (school: World, personId: string, status: 'left' | 'blocked' | 'no-access') =>
	school.store.write((tx) =>
		tx.update(memberships).set({ status }).where(eq(memberships.personId, personId))
	);

/** An open consultation with four parents in three families, who all have an address. */
async function anOpenOne({ polls = 1, families = FAMILIES } = {}) {
	const drafted = await aDraftedConsultation({}, { poll: polls > 0, households: families });
	const { school } = drafted;
	for (const id of Object.values(families).flat())
		await change(school, id, { email: `${id}@example.org` });
	await openIt(drafted);
	const post = await aPostFor(school);
	return { ...drafted, ...post, coordinator: await school.a('coordinator') };
}

const tokenIn = ({ mail }: Arrived) =>
	/https:\/\/school\.example\/join\/([0-9a-f]{64})/.exec(mail.text ?? '')?.[1] ?? '';
const follow = (ctx: Context, token: string) => followLink(ctx, token, newId());

test('every parent with a right gets one mail, also both of a household, however often it is pressed', async () => {
	const { coordinator, slug, school, arriving } = await anOpenOne();
	const other = await school.a('coordinator');
	const [one, two] = await Promise.all([
		mailParents(coordinator, slug, byMail),
		mailParents(other, slug, byMail)
	]);
	expect(one + two).toBe(4);
	expect(await mailParents(coordinator, slug, byMail)).toBe(0);
	const arrived = await arriving();
	expect(arrived.map(({ to }) => to).toSorted()).toEqual(
		['anna', 'bram', 'carla', 'dirk'].map((it) => `${it}@example.org`)
	);
	expect(new Set(arrived.map(tokenIn)).size).toBe(4);
	// nor when the mails themselves are forgotten
	await school.store.write((tx) => tx.delete(mails));
	await school.store.write(forgetInvitations);
	expect(await mailParents(coordinator, slug, byMail)).toBe(0);
	const said = await school.store.read
		.select()
		.from(journal)
		.where(eq(journal.what, 'parents.mailed'));
	expect(said).toHaveLength(1);
});

test('who has no working address, wants a letter, left or is kept out, gets no mail', async () => {
	const { coordinator, slug, school, arriving } = await anOpenOne({
		families: { a: ['anna', 'bram', 'carla'], b: ['dirk', 'els'], c: ['fien', 'gijs'] }
	});
	await change(school, 'anna', { email: null });
	await change(school, 'bram', { emailState: 'bounced' });
	await change(school, 'carla', { wantsPaper: true });
	await become(school, 'dirk', 'left');
	await become(school, 'els', 'blocked');
	await become(school, 'fien', 'no-access');
	expect(await mailParents(coordinator, slug, byMail)).toBe(1);
	expect((await arriving()).map(({ to }) => to)).toEqual(['gijs@example.org']);
});

test('who is kept out, has no address or wants a letter by the time the mail leaves, gets none either', async () => {
	const { coordinator, slug, school, arriving } = await anOpenOne();
	await mailParents(coordinator, slug, byMail);
	await become(school, 'anna', 'blocked');
	await change(school, 'bram', { email: null });
	await change(school, 'carla', { wantsPaper: true });
	expect((await arriving()).map(({ to }) => to)).toEqual(['dirk@example.org']);
});

test('who comes later is mailed by pressing again, and nobody else', async () => {
	const { coordinator, slug, school, arriving } = await anOpenOne();
	await change(school, 'dirk', { email: null });
	expect(await mailParents(coordinator, slug, byMail)).toBe(3);
	await arriving();
	await change(school, 'dirk', { email: 'dirk@example.org' });
	expect(await mailParents(coordinator, slug, byMail)).toBe(1);
	expect((await arriving()).map(({ to }) => to)).toEqual(['dirk@example.org']);
});

test('a mail says who asks what, until when, and what becomes of it, in the language of its reader', async () => {
	const { coordinator, slug, school, arriving } = await anOpenOne();
	await change(school, 'carla', { locale: 'en', name: 'Carla <b>' });
	// in whatever language the coordinator reads
	await mailParents({ ...coordinator, locale: 'en' }, slug, byMail);
	const arrived = await arriving();
	const of = (who: string) => arrived.find(({ to }) => to.startsWith(who))?.mail;
	expect(of('anna')?.subject).toBe('De Vuurvogel: Welke schooltijden passen bij ons?');
	const text = of('anna')?.text ?? '';
	for (const said of [
		'De Vuurvogel vraagt wat u vindt.',
		'Welke schooltijden wilt u vanaf augustus 2027?',
		'U kunt antwoorden tot en met vrijdag 28 mei.',
		'Wat ermee gebeurt: De MR weegt de uitslag mee.',
		'Uiterlijk 1 september 2027 leest u',
		'De link is alleen voor u.',
		'Hij werkt één keer, tot woensdag 26 mei',
		'https://school.example/sign-in',
		'Hulp nodig? Vraag het aan Marloes de Wit, MR.'
	])
		expect(text).toContain(said);
	expect(of('carla')?.text).toContain('You can answer up to and including Friday 28 May.');
	expect(of('carla')?.html).toContain('Carla &lt;b&gt;');
	expect(of('carla')?.html).not.toContain('<img');
});

test('the link lets in once, as a parent, straight to the vote', async () => {
	const { coordinator, slug, school, arriving } = await anOpenOne();
	await mailParents(coordinator, slug, byMail);
	const anna = (await arriving()).find(({ to }) => to.startsWith('anna'));
	const token = anna ? tokenIn(anna) : '';
	const tries = await Promise.allSettled(
		Array.from({ length: 10 }, () => follow(school.guest(), token))
	);
	const won = tries.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
	expect(won).toEqual([
		{
			personId: 'anna',
			returnTo: '/vuurvogel/consultations/schooltijden/polls/tijden',
			asParent: true
		}
	]);
	await expect(follow(school.guest(), token)).rejects.toEqual(GONE);
});

test('of a consultation with several polls the link leads to its own page', async () => {
	const drafted = await aDraftedConsultation({}, { poll: true });
	const { school, id, slug } = drafted;
	await change(school, 'anna', { email: 'anna@example.org' });
	await addPoll(school, id, 'pauze');
	await openIt(drafted);
	const { arriving } = await aPostFor(school);
	await mailParents(await school.a('coordinator'), slug, byMail);
	const [anna] = await arriving();
	expect(await follow(school.guest(), anna ? tokenIn(anna) : '')).toMatchObject({
		returnTo: '/vuurvogel/consultations/schooltijden'
	});
});

test('the link opens until the closing, and 14 days at most', async () => {
	const { coordinator, slug, school, arriving } = await anOpenOne();
	await mailParents(coordinator, slug, byMail);
	const tokens = (await arriving()).map(tokenIn);
	const days = (n: number, minutes = 0) => school.guest(minutesLater(n * 24 * 60 + minutes));
	await expect(follow(days(14), tokens[0] ?? '')).rejects.toEqual(GONE);
	expect(await follow(days(14, -1), tokens[1] ?? '')).toBeTruthy();

	const late = await anOpenOne();
	const lastDay = new Date('2027-05-28T10:00:00Z');
	await mailParents(at(late.coordinator, lastDay), slug, byMail);
	const [token = ''] = (await late.arriving(lastDay)).map(tokenIn);
	const after = late.school.guest(new Date('2027-05-28T21:59:00Z'));
	await expect(follow(after, token)).rejects.toEqual(GONE);
});

test('the link lets in nobody who is no parent any more', async () => {
	const { coordinator, slug, school, arriving } = await anOpenOne();
	await mailParents(coordinator, slug, byMail);
	const anna = (await arriving()).find(({ to }) => to.startsWith('anna'));
	const token = anna ? tokenIn(anna) : '';
	await become(school, 'anna', 'left');
	await expect(follow(school.guest(), token)).rejects.toEqual(GONE);
});

test('before the opening the mails wait for it, and while it stands still too', async () => {
	const { coordinator, council, slug, arriving, school } = await anOpenOne();
	await mailParents(at(coordinator, DRAFTING), slug, byMail);
	expect(await arriving(DRAFTING)).toEqual([]);
	const reason = { reason: 'De brieven kwamen twee dagen te laat.' };
	await suspendConsultation(at(council, NOON), slug, reason);
	expect(await arriving()).toEqual([]);
	await expect(mailParents(coordinator, slug, byMail)).rejects.toEqual(
		new Conflict('consultation.suspended')
	);
	await resumeConsultation(at(council, NOON), slug, reason);
	expect(await arriving(minutesLater(60))).toHaveLength(4);
	const links = await school.store.read.select().from(signInLinks);
	expect(links.map(({ expiresAt }) => expiresAt)).toEqual(
		links.map(() => new Date('2027-05-24T06:00:00Z'))
	);
});

test('when it is withdrawn the mails that did not leave are for nobody, and who had one is forgotten', async () => {
	const { coordinator, council, slug, arriving, school } = await anOpenOne();
	await mailParents(coordinator, slug, byMail);
	await withdrawConsultation(at(council, NOON), slug, {
		reason: 'De vraag bleek niet goed gesteld te zijn.'
	});
	expect(await arriving()).toEqual([]);
	const states = await school.store.read.select({ state: mails.state }).from(mails);
	expect(states.every(({ state }) => state === 'failed')).toBe(true);
	await school.store.write(forgetInvitations);
	expect(await school.store.read.$count(invitations)).toBe(0);
});

test('no table and no file holds a link, and an address stands with its person alone', async () => {
	const { coordinator, slug, school, arriving } = await anOpenOne();
	await mailParents(coordinator, slug, byMail);
	const tokens = (await arriving()).map(tokenIn);
	expect(tokens.every((it) => it.length === 64)).toBe(true);
	const bytes = ['', '-wal'].map((it) => readFileSync(school.file + it, 'latin1')).join('');
	expect(tokens.filter((it) => bytes.includes(it))).toEqual([]);
	for (const table of [mails, invitations, signInLinks, journal])
		expect(JSON.stringify(await school.store.read.select().from(table))).not.toContain('@');
});

test('whoever waits for a mail to sign in with is served before those who are invited', async () => {
	const { coordinator, slug, school, arriving } = await anOpenOne();
	await mailParents(coordinator, slug, byMail);
	await school.store.write((tx) =>
		queueMail(
			tx,
			{ now: minutesLater(1) },
			{ key: '1', kind: 'sign-in', personId: 'dirk', locale: 'nl', usefulUntil: minutesLater(30) }
		)
	);
	const [first] = await arriving(minutesLater(1));
	expect(first?.mail.text).toContain('/sign-in/');
});

test('many parents are mailed in parts, all of them and each once', async () => {
	const { coordinator, slug, school, id } = await anOpenOne({
		families: Object.fromEntries(
			Array.from({ length: 450 }, (_, n) => [`gezin-${String(n)}`, [`ouder-${String(n)}`]])
		)
	});
	expect(await mailParents(coordinator, slug, byMail)).toBe(450);
	expect(await school.store.read.$count(invitations, eq(invitations.consultationId, id))).toBe(450);
	expect(await school.store.read.$count(mails, eq(mails.kind, 'consultation'))).toBe(450);
	expect(await school.store.read.$count(signInLinks)).toBe(450);
});

test('the page tells how many, nothing under five, and the meter counts them as invited', async () => {
	const many = Array.from({ length: 6 }, (_, n) => `ouder-${String(n)}`);
	const { coordinator, slug, school } = await anOpenOne({ families: { a: many } });
	await change(school, 'ouder-0', { email: null });
	expect(await showMailing(coordinator, slug)).toEqual({
		...{ anybody: true, waiting: 5, mailed: 0, leavesAt: null }
	});
	expect((await countAll(coordinator.read, school.scope.path)).uninvited).toBe(6);
	await mailParents(coordinator, slug, byMail);
	expect((await countAll(coordinator.read, school.scope.path)).uninvited).toBe(1);
	await change(school, 'ouder-0', { email: 'nieuw@example.org' });
	expect(await showMailing(coordinator, slug)).toMatchObject({
		...{ anybody: true, waiting: null, mailed: 5 }
	});
	const over = at(coordinator, new Date('2027-06-01T10:00:00Z'));
	expect(await showMailing(over, slug)).toBeNull();
});

test('only the coordinator of the place mails, while there are rights, and where there is a mail server', async () => {
	const { coordinator, council, slug, school } = await anOpenOne();
	for (const ctx of [at(council, NOON), await school.a('moderator'), await school.a('parent')])
		await expect(mailParents(ctx, slug, byMail)).rejects.toBeInstanceOf(Forbidden);
	const elsewhere = await (await school.anotherSchool()).a('coordinator');
	await expect(mailParents(elsewhere, slug, byMail)).rejects.toBeInstanceOf(NotFound);
	await expect(mailParents(coordinator, slug, { byMail: false })).rejects.toEqual(
		new Conflict('mail.no-server')
	);
	const draft = await aDraftedConsultation();
	const early = await draft.school.a('coordinator', DRAFTING);
	await expect(mailParents(early, draft.slug, byMail)).rejects.toEqual(
		new Conflict('codes.not-yet')
	);
	expect(await school.store.read.$count(mails)).toBe(0);
});
