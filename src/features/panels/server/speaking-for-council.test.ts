import { expect, test } from 'vitest';
import { postContribution } from './post-contribution.ts';
import { getContribution } from './queries.ts';
import { seats } from '#features/people/server/schema.ts';
import { bodies } from '#features/scopes/server/schema.ts';
import { requirePerson } from '#kernel/server/context.ts';
import { aConsultation } from '#tests/support/consultation.ts';

test('under their own name somebody speaks for the council in which they sit that day', async () => {
	const { school } = await aConsultation({ families: 1 });
	const member = await school.a('council');
	const personId = requirePerson(member);
	await school.store.write(async (tx) => {
		const scopeId = school.scope.id;
		await tx.insert(bodies).values([
			{ id: 'mr', scopeId, kind: 'mr', name: 'MR De Vuurvogel' },
			{ id: 'or', scopeId, kind: 'parent-association', name: 'Ouderraad De Vuurvogel' }
		]);
		const seat = { personId, section: 'parents', fromOn: '2020-01-01' } as const;
		await tx.insert(seats).values([
			{ ...seat, bodyId: 'mr' },
			{ ...seat, bodyId: 'or', untilOn: '2021-01-01' }
		]);
	});
	const notes = [];
	for (const said of [
		{ body: 'Een', name: 'own' },
		{ body: 'Twee', name: 'own', note: 'werkgroep tijden' },
		{ body: 'Drie', name: 'hidden' }
	]) {
		const id = await postContribution(member, 'schooltijden', 'gesprek', said);
		const { badgeNote } = await getContribution(school.store.read, school.scope, id);
		notes.push(badgeNote);
	}
	expect(notes).toEqual(['MR De Vuurvogel', 'werkgroep tijden', null]);
});
