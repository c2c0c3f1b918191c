import { eq } from 'drizzle-orm';
import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { confirmTotp } from './confirm-totp.ts';
import { removeTotp } from './remove-totp.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { resetFactors } from './reset-factors.ts';
import { removePassword, setPassword } from './set-password.ts';
import { showSecurity } from './show-security.ts';
import { startTotp } from './start-totp.ts';
import { mails } from '#features/mails/server/schema.ts';
import { people } from '#features/people/server/schema.ts';
import { openSessions } from '#features/people/server/sessions.ts';
import { changeContact } from '#features/scopes/server/change-contact.ts';
import { en } from '#i18n/en/index.ts';
import { nl } from '#i18n/nl/index.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { aPostFor } from '#tests/support/post.ts';
import { aSchool, BEGAN } from '#tests/support/world.ts';

const PASSWORD = 'vier paarse fietsen';
const { what } = nl.mails.change;

/** Somebody with a desk, at a school that says whom to ask for help. */
async function aCoordinator() {
	const school = await aSchool();
	const ctx = await school.a('coordinator');
	await changeContact(ctx, {
		name: 'Juf Anneke',
		phone: '06-0000 0022',
		hours: 'niet in de vakanties',
		...{ 'monday-from': '08:30', 'monday-to': '15:00' }
	});
	const sessions = openSessions(school.store, { secure: false });
	const personId = requirePerson(ctx);
	/** A session elsewhere, which is not there any more once `act` is done. */
	const ending = async (act: () => Promise<unknown>) => {
		const { value } = await sessions.start(personId, 'desk', BEGAN);
		await act();
		return (await sessions.find(value)) === null;
	};
	return { school, ctx, personId, ending, post: await aPostFor(school) };
}

async function withApp(ctx: Context): Promise<string[]> {
	await startTotp(ctx);
	const { app } = await showSecurity(ctx, 'localhost');
	const totp = new TOTP({ secret: (app.secret ?? '').replaceAll(' ', '') });
	return confirmTotp(ctx, totp.generate({ timestamp: ctx.now.getTime() }));
}

test('each change of a way in is told by mail, and ends the other sessions', async () => {
	const { school, ctx, personId, ending, post } = await aCoordinator();
	const changes: readonly [string, () => Promise<unknown>][] = [
		[what['password-set'], () => setPassword(ctx, PASSWORD)],
		[what['app-added'], () => withApp(ctx)],
		[what['codes-renewed'], () => renewRecoveryCodes(ctx)],
		[what['app-removed'], () => removeTotp(ctx)],
		[what['password-removed'], () => removePassword(ctx)],
		[what['all-removed'], () => resetFactors(ctx, personId)]
	];
	for (const [said, act] of changes) {
		expect(await ending(act), said).toBe(true);
		const arrived = await post.arriving();
		expect(arrived.map(({ to }) => to)).toEqual([`${personId}@example.org`]);
		expect(arrived[0]?.mail.text).toContain(said);
	}
	expect(await school.store.read.select().from(mails)).toHaveLength(changes.length);
});

test('the mail says when it was and whom to ask for help, and nothing in it opens anything', async () => {
	const { ctx, post } = await aCoordinator();
	const codes = await withApp(ctx);
	const [{ mail, raw } = { mail: undefined, raw: '' }] = await post.arriving();
	expect(mail?.subject).toBe('Er is iets veranderd aan hoe u inlogt bij Samenspraak');
	expect(mail?.text).toContain('woensdag 12 mei 2027 om 12.00 uur');
	expect(mail?.text).toContain(
		'Juf Anneke (06-0000 0022, maandag van 8.30 tot 15.00 uur, niet in de vakanties)'
	);
	expect(mail?.html).not.toMatch(/href=|src=/);
	expect(mail?.text?.match(/https?:\S+/g)).toEqual(['https://school.example']);
	expect(codes.filter((code) => raw.includes(code))).toEqual([]);
});

test('it is written in the language of who reads it', async () => {
	const { school, ctx, personId, post } = await aCoordinator();
	await school.store.write((tx) =>
		tx.update(people).set({ locale: 'en' }).where(eq(people.id, personId))
	);
	await setPassword(ctx, PASSWORD);
	const [arrived] = await post.arriving();
	expect(arrived?.mail.text).toContain(en.mails.change.what['password-set']);
	expect(arrived?.mail.text).toContain('Wednesday');
});

test('what changes nothing is not told, and neither is who has no address', async () => {
	const { school, ctx, personId, post } = await aCoordinator();
	await removePassword(ctx);
	await removeTotp(ctx);
	expect(await post.arriving()).toEqual([]);
	await school.store.write((tx) =>
		tx.update(people).set({ email: null }).where(eq(people.id, personId))
	);
	await withApp(ctx);
	expect(await school.store.read.select().from(mails)).toEqual([]);
});
