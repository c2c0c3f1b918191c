import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { closeHelpdesk, endHelpdesk, endHelpdesks } from './close-helpdesk.ts';
import { handOver } from './hand-over.ts';
import { lockHelpdesk } from './lock-helpdesk.ts';
import { openHelpdesk } from './open-helpdesk.ts';
import { forgetHelpdesks } from './queries.ts';
import { helpdesks } from './schema.ts';
import { searchParents } from './search-parents.ts';
import { showParent } from './show-parent.ts';
import { listOwnHelpdesks, showOpening } from './show-helpdesks.ts';
import { unlockHelpdesk } from './unlock-helpdesk.ts';
import { isUnlocked, useHelpdesk } from './use-helpdesk.ts';
import { decideAccess } from '#features/people/server/decide-access.ts';
import { memberships } from '#features/people/server/schema.ts';
import { Conflict, ConfirmFirst, Forbidden, Invalid } from '#kernel/errors.ts';
import { personOf, type Context } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { aConsultation } from '#tests/support/consultation.ts';
import { at, minutesLater, type World } from '#tests/support/world.ts';

const PIN = '2580';

/** A helpdesk at a school, and whoever stands at the tablet: to the server a guest. */
async function aHelpdesk(now?: Date) {
	const consulted = await aConsultation({ families: 2 });
	const { school, families } = consulted;
	const helper = await school.a('helper', now);
	const token = await openHelpdesk(helper, 'Chrome, Android', { pin: PIN });
	const tablet = school.guest(now);
	const parent = families[0]?.personId ?? '';
	return { ...consulted, helper, token, tablet, parent };
}
const unlocked = async () => {
	const it = await aHelpdesk();
	await unlockHelpdesk(it.tablet, it.token, { pin: PIN });
	return it;
};
/** Everything that can be done at an unlocked helpdesk. */
const deeds = (ctx: Context, token: string, person: string) => [
	() => useHelpdesk(ctx, token),
	() => searchParents(ctx, token, { name: 'Ouder' }),
	() => showParent(ctx, token, { person }),
	() => handOver(ctx, token, { person, language: 'nl' }),
	() => closeHelpdesk(ctx, token)
];
async function expectClosed(ctx: Context, token: string, person: string, why: string) {
	for (const deed of deeds(ctx, token, person)) await expect(deed()).rejects.toThrow(why);
	expect(await isUnlocked(ctx, token)).toBe(false);
}
const rowsOf = ({ store }: World) => store.read.select().from(helpdesks);

test('a helper or coordinator opens it at a school; of the token and the PIN only seals are kept', async () => {
	const { school, token } = await aHelpdesk();
	const [row] = await rowsOf(school);
	expect(JSON.stringify(row)).not.toContain(token);
	expect(JSON.stringify(row)).not.toContain(PIN);
	expect(row).toMatchObject({ scopeId: school.scope.id, tries: 0, unlockedUntil: null });
	await openHelpdesk(await school.a('coordinator'), '', { pin: '9157' });
	for (const role of ['parent', 'council', 'moderator', 'staff', 'decider'] as const) {
		const other = await school.a(role);
		await expect(openHelpdesk(other, '', { pin: PIN })).rejects.toThrow(Forbidden);
		expect(() => showOpening(other)).toThrow(Forbidden);
	}
	const [first, second] = await rowsOf(school);
	expect(first?.pin).not.toBe(second?.pin);
});

test('opening asks a PIN that is not guessed at once, and who it is when that was long ago', async () => {
	const { school, helper } = await aHelpdesk();
	for (const pin of ['', '123', '1234567', 'abcd', '1234', '0000'])
		await expect(openHelpdesk(helper, '', { pin })).rejects.toThrow(Invalid);
	const later = { ...helper, now: minutesLater(60) };
	await expect(openHelpdesk(later, '', { pin: PIN })).rejects.toThrow(ConfirmFirst);
	const group = { ...helper, scope: { ...school.scope, kind: 'group' as const } };
	await expect(openHelpdesk(group, '', { pin: PIN })).rejects.toThrow('helpdesk.only-at-school');
});

test('it opens with its PIN, stays open while it is used, and locks two minutes after', async () => {
	const { tablet, token, parent } = await aHelpdesk();
	await expectClosed(tablet, token, parent, 'helpdesk.locked');
	await unlockHelpdesk(tablet, token, { pin: PIN });
	expect(await isUnlocked(tablet, token)).toBe(true);
	await searchParents(at(tablet, minutesLater(1.9)), token, { name: 'Ouder' });
	await useHelpdesk(at(tablet, minutesLater(3.8)), token);
	await expectClosed(at(tablet, minutesLater(5.9)), token, parent, 'helpdesk.locked');
	await unlockHelpdesk(at(tablet, minutesLater(6)), token, { pin: PIN });
	expect(await lockHelpdesk(at(tablet, minutesLater(6)), token)).toMatchObject({
		school: 'De Vuurvogel',
		locale: 'nl'
	});
	expect(await isUnlocked(at(tablet, minutesLater(6)), token)).toBe(false);
});

test('the fifth wrong PIN in a row ends it, also for the right one; a right one before starts anew', async () => {
	const { school, tablet, token, parent } = await aHelpdesk();
	const wrong = () => unlockHelpdesk(tablet, token, { pin: '0852' });
	for (let n = 0; n < 4; n++) await expect(wrong()).rejects.toThrow('pin.wrong');
	await unlockHelpdesk(tablet, token, { pin: PIN });
	for (let n = 0; n < 4; n++) await expect(wrong()).rejects.toThrow('pin.wrong');
	await expect(wrong()).rejects.toThrow('helpdesk.over');
	await expect(unlockHelpdesk(tablet, token, { pin: PIN })).rejects.toThrow('helpdesk.over');
	await expectClosed(tablet, token, parent, 'helpdesk.over');
	expect(await rowsOf(school)).toEqual([]);
	const events = await school.store.read.select({ what: journal.what }).from(journal);
	expect(events.map(({ what }) => what)).toEqual(['helpdesk.opened', 'helpdesk.ended']);
});

test('of many wrong PINs at the same moment five are looked at', async () => {
	const { tablet, token } = await aHelpdesk();
	const tries = Array.from({ length: 30 }, (_, n) =>
		unlockHelpdesk(tablet, token, { pin: String(3001 + n * 7) })
	);
	const reasons = (await Promise.allSettled(tries)).map((it) =>
		it.status === 'rejected' && it.reason instanceof Conflict ? it.reason.reason : it.status
	);
	expect(reasons.filter((reason) => reason === 'pin.wrong')).toHaveLength(4);
	expect(reasons.filter((reason) => reason === 'helpdesk.over')).toHaveLength(26);
});

test('an evening is long enough: after eight hours it is over, and forgotten at night', async () => {
	const { school, tablet, token, parent } = await aHelpdesk();
	const late = at(tablet, minutesLater(8 * 60));
	await unlockHelpdesk(at(tablet, minutesLater(8 * 60 - 1)), token, { pin: PIN });
	await expectClosed(late, token, parent, 'helpdesk.over');
	await tablet.write((tx) => forgetHelpdesks(tx, minutesLater(8 * 60 - 1)));
	expect(await rowsOf(school)).toHaveLength(1);
	await tablet.write((tx) => forgetHelpdesks(tx, late.now));
	expect(await rowsOf(school)).toEqual([]);
});

test.each(['left', 'blocked'] as const)(
	'of a helper who is %s it is dead at once, unlocked as it was, and stays so',
	async (status) => {
		const { school, helper, tablet, token, parent } = await unlocked();
		const helperId = personOf(helper) ?? '';
		if (status === 'blocked')
			await decideAccess(await school.a('coordinator'), {
				...{ person: helperId, decision: 'blocked', reason: 'Gaf codes door.' }
			});
		const set = (to: 'left' | 'active') =>
			school.store.write((tx) =>
				tx.update(memberships).set({ status: to }).where(eq(memberships.personId, helperId))
			);
		if (status === 'left') await set('left');
		await expectClosed(tablet, token, parent, 'helpdesk.over');
		await expect(unlockHelpdesk(tablet, token, { pin: PIN })).rejects.toThrow('helpdesk.over');
		expect(await lockHelpdesk(tablet, token)).toBeNull();
		await set('active');
		await expectClosed(tablet, token, parent, 'helpdesk.over');
	}
);

test('a helper sees where they opened one, and ends it from elsewhere; nobody else does', async () => {
	const { school, helper, tablet, token, parent } = await unlocked();
	const [own] = await listOwnHelpdesks(helper);
	expect(own).toMatchObject({ school: 'De Vuurvogel', device: 'Chrome, Android' });
	const other = await school.a('coordinator');
	expect(await listOwnHelpdesks(other)).toEqual([]);
	await endHelpdesk(other, own?.id ?? '');
	await endHelpdesks(other);
	expect(await isUnlocked(tablet, token)).toBe(true);
	await endHelpdesk(helper, own?.id ?? '');
	await expectClosed(tablet, token, parent, 'helpdesk.over');

	const second = await openHelpdesk(helper, '', { pin: PIN });
	await endHelpdesks(helper);
	await expect(unlockHelpdesk(tablet, second, { pin: PIN })).rejects.toThrow('helpdesk.over');
});

test('a token that nobody has is no helpdesk', async () => {
	const { tablet, parent } = await aHelpdesk();
	for (const token of ['', 'a-token-that-nobody-has']) {
		await expectClosed(tablet, token, parent, 'helpdesk.over');
		expect(await lockHelpdesk(tablet, token)).toBeNull();
	}
});
