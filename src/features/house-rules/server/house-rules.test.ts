import { expect, test } from 'vitest';
import { DEFAULT_RULES } from '../default-rules.ts';
import { acceptHouseRules } from './accept-house-rules.ts';
import { publishHouseRules } from './publish-house-rules.ts';
import { findHouseRules, hasAccepted } from './queries.ts';
import { acceptances } from './schema.ts';
import { showHouseRules } from './show-house-rules.ts';
import { createScope } from '#features/scopes/server/create-scope.ts';
import { Forbidden, Invalid, NotFound, SignInRequired } from '#kernel/errors.ts';
import { personOf } from '#kernel/server/context.ts';
import { aSchool, at, minutesLater } from '#tests/support/world.ts';

const RULES = 'Wij praten met elkaar.\nGeen namen van kinderen.';

test('the eight rules to begin with are there in Dutch and English', () => {
	expect(DEFAULT_RULES.nl).toHaveLength(8);
	expect(DEFAULT_RULES.en).toHaveLength(8);
});

test('rules are numbered lines; numbers that were typed are taken off', async () => {
	const school = await aSchool();
	const council = await school.a('council');
	const typed = '1. Wij praten met elkaar.\r\n\r\n 2) Geen namen.\n12 keer is te vaak.';
	expect(await publishHouseRules(council, { rules: typed })).toBe(1);
	expect((await findHouseRules(school.store.read, school.scope))?.rules).toEqual([
		'Wij praten met elkaar.',
		'Geen namen.',
		'12 keer is te vaak.'
	]);
});

test('rules hold for every place below, until one has its own', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const group = await createScope(coordinator, { kind: 'group', name: 'Groep 3' });
	const inGroup = { ...coordinator, scope: group };
	await publishHouseRules(coordinator, { rules: RULES });
	expect(await findHouseRules(school.store.read, group)).toMatchObject({ edition: 1 });
	expect((await showHouseRules(inGroup)).houseRules?.from).toBe('De Vuurvogel');

	await publishHouseRules(inGroup, { rules: 'Alleen over groep 3.' });
	expect((await findHouseRules(school.store.read, group))?.rules).toEqual(['Alleen over groep 3.']);
	expect((await findHouseRules(school.store.read, school.scope))?.rules).toHaveLength(2);
	const other = await school.anotherSchool();
	expect(await findHouseRules(school.store.read, other.scope)).toBeUndefined();
});

test('whoever accepted an edition is asked again for the next one, and not for the same text', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	const parent = await school.a('parent');
	await publishHouseRules(coordinator, { rules: RULES });
	expect((await showHouseRules(parent)).may.accept).toBe(true);
	await acceptHouseRules(parent);
	await acceptHouseRules(at(parent, minutesLater(5)));
	expect(await school.store.read.$count(acceptances)).toBe(1);
	expect(await showHouseRules(parent)).toMatchObject({ accepted: true, may: { accept: false } });

	expect(await publishHouseRules(coordinator, { rules: RULES })).toBe(1);
	expect((await showHouseRules(parent)).accepted).toBe(true);
	expect(await publishHouseRules(coordinator, { rules: `${RULES}\nKort mag.` })).toBe(2);
	const latest = await findHouseRules(school.store.read, school.scope);
	expect(latest?.edition).toBe(2);
	expect(await hasAccepted(school.store.read, latest?.id ?? '', personOf(parent) ?? '')).toBe(
		false
	);
});

test('everybody reads the rules; members accept, a council or coordinator publishes', async () => {
	const school = await aSchool();
	expect(await showHouseRules(school.guest())).toMatchObject({
		houseRules: null,
		draft: '',
		may: { publish: false, accept: false }
	});
	const council = await school.a('council');
	expect((await showHouseRules(council)).draft).toBe(DEFAULT_RULES.nl.join('\n'));
	const parent = await school.a('parent');
	await expect(acceptHouseRules(parent)).rejects.toThrow(NotFound);
	await expect(acceptHouseRules(school.guest())).rejects.toThrow(SignInRequired);
	const stranger = school.as(personOf(parent), []);
	await expect(acceptHouseRules(stranger)).rejects.toThrow(Forbidden);
	for (const role of ['parent', 'staff', 'moderator', 'decider'] as const)
		await expect(publishHouseRules(await school.a(role), { rules: RULES })).rejects.toThrow(
			Forbidden
		);
	for (const rules of ['', ' \n ', 'x'.repeat(201), 'x\n'.repeat(21), undefined])
		await expect(publishHouseRules(council, { rules })).rejects.toThrow(Invalid);
});

test('an earlier edition stays readable at its own address, and asks nothing of anybody', async () => {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	await publishHouseRules(coordinator, { rules: RULES });
	const first = (await findHouseRules(school.store.read, school.scope))?.id ?? '';
	expect((await showHouseRules(coordinator, first)).houseRules).toMatchObject({ earlier: false });
	await publishHouseRules(coordinator, { rules: 'Geen namen van kinderen.' });

	const parent = await school.a('parent');
	expect(await showHouseRules(parent, first)).toMatchObject({
		houseRules: { edition: 1, rules: RULES.split('\n'), earlier: true },
		accepted: false,
		may: { accept: false, publish: false }
	});
	expect((await showHouseRules(coordinator, first)).may).toEqual({ accept: false, publish: false });
	expect((await showHouseRules(parent)).houseRules).toMatchObject({ edition: 2, earlier: false });

	const elsewhere = await (await school.anotherSchool()).a('parent');
	await expect(showHouseRules(elsewhere, first)).rejects.toThrow(NotFound);
	await expect(showHouseRules(parent, 'nergens')).rejects.toThrow(NotFound);
});
