import { expect, test } from 'vitest';
import { addHouseholds } from './add-households.ts';
import { showDesk } from './show-desk.ts';
import { Forbidden, SignInRequired } from '#kernel/errors.ts';
import { record } from '#kernel/server/journal.ts';
import { aSchool } from '#tests/support/world.ts';

test('a desk shows what its owner may do, and what happened only to a coordinator', async () => {
	const school = await aSchool();
	const other = await school.anotherSchool();
	const coordinator = await school.a('coordinator');
	await addHouseholds(coordinator, { count: '2' });

	const desk = await showDesk(coordinator);
	expect(desk.may).toMatchObject({ people: true, places: true, count: false, answers: true });
	expect(desk.events).toMatchObject([{ what: 'households.added', who: 'Iemand (coordinator)' }]);
	expect((await showDesk(await other.a('coordinator'))).events).toEqual([]);

	const moderators = await showDesk(await school.a('moderator'));
	expect(moderators.may).toMatchObject({ people: false, places: false, count: true, slips: true });
	expect(moderators.events).toBeNull();
});

test('parents, staff and guests have no desk', async () => {
	const school = await aSchool();
	for (const role of ['parent', 'staff'] as const)
		await expect(showDesk(await school.a(role))).rejects.toThrow(Forbidden);
	await expect(showDesk(school.guest())).rejects.toThrow(SignInRequired);
});

test('a desk tells nobody that somebody wrote, so a hidden name stays hidden for the coordinator', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const parent = await school.a('parent');
	await addHouseholds(coordinator, { count: '2' });
	for (const deed of ['posted', 'edited', 'withdrawn'] as const)
		await school.store.write((tx) =>
			record(tx, parent, `contribution.${deed}`, { kind: 'contribution', id: 'c1' })
		);

	const { events } = await showDesk(coordinator);
	expect(events?.map(({ what }) => what)).toEqual(['households.added']);
	expect(JSON.stringify(events)).not.toContain('Iemand (parent)');
});
