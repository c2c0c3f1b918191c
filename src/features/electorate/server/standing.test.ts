import { expect, test } from 'vitest';
import { eligibleUnits } from './eligible.ts';
import { enterCode } from './enter-code.ts';
import { issueCodes } from './issue-codes.ts';
import { listLatecomers } from './latecomers.ts';
import { countUnits } from './queries.ts';
import { electorate, participationCodes } from './schema.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { decideAccess } from '#features/people/server/decide-access.ts';
import { leavePlace } from '#features/people/server/leave-place.ts';
import { Conflict } from '#kernel/errors.ts';
import { aDraftedConsultation, DRAFTING, openIt } from '#tests/support/draft.ts';
import { at } from '#tests/support/world.ts';

const OPEN = new Date('2027-05-12T10:00:00Z');
const reason = 'Zie het besluit van de directie van 3 mei.';

async function opened() {
	const drafted = await aDraftedConsultation();
	await openIt(drafted);
	const coordinator = await drafted.school.a('coordinator', DRAFTING);
	const codes = await issueCodes(coordinator, drafted.slug);
	const codeOf = (who: string) => codes.find(({ name }) => name === who)?.code ?? '';
	const enter = (who: string) => enterCode(at(drafted.school.guest(), OPEN), codeOf(who));
	const decide = (person: string, decision: string) =>
		decideAccess(coordinator, { person, decision, reason });
	const drawn = async () => [
		await coordinator.read.select().from(electorate),
		await coordinator.read.select().from(participationCodes)
	];
	return { ...drafted, coordinator, enter, decide, drawn };
}

test('the code of who has no access opens nothing, and opens again once that is lifted', async () => {
	const { enter, decide } = await opened();
	expect(await enter('anna')).toMatchObject({ personId: 'anna' });
	await decide('anna', 'no-access');
	await expect(enter('anna')).rejects.toThrow(Conflict);
	expect(await enter('bram')).toMatchObject({ personId: 'bram' });
	await decide('anna', 'lifted');
	expect(await enter('anna')).toMatchObject({ personId: 'anna' });
});

test('a right that was drawn stays when its owner leaves or is kept out', async () => {
	const { school, coordinator, id, decide, drawn } = await opened();
	const before = await drawn();
	await leavePlace(school.as('carla', ['parent']), { place: school.scope.slug });
	await decide('anna', 'no-access');
	await decide('bram', 'blocked');
	expect(await drawn()).toEqual(before);
	expect(await countUnits(coordinator.read, id)).toBe(2);
});

test('who left counts in no new consultation: the parent not, nor a family that left whole', async () => {
	const { school, coordinator, slug, decide } = await opened();
	const units = async (unit: 'household' | 'parent') =>
		(await eligibleUnits(coordinator.read, school.scope, unit)).length;
	expect([await units('household'), await units('parent')]).toEqual([2, 3]);
	await decide('anna', 'no-access');
	expect([await units('household'), await units('parent')]).toEqual([2, 2]);
	await leavePlace(school.as('carla', ['parent']), { place: school.scope.slug });
	expect([await units('household'), await units('parent')]).toEqual([1, 1]);
	const consultation = await getConsultation(coordinator.read, school.scope, slug);
	expect(await listLatecomers(coordinator.read, school.scope, consultation)).toEqual([]);
});

test('new codes are made only for who is a parent here still', async () => {
	const drafted = await aDraftedConsultation();
	await openIt(drafted);
	const coordinator = await drafted.school.a('coordinator', DRAFTING);
	await decideAccess(coordinator, { person: 'anna', decision: 'no-access', reason });
	const codes = await issueCodes(coordinator, drafted.slug);
	expect(codes.map(({ name }) => name)).toEqual(['bram', 'carla']);
});
