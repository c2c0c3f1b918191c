import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { listPlaces } from './list-places.ts';
import { consultations } from './schema.ts';
import { aConsultation } from '#tests/support/consultation.ts';

const HERE = { slug: 'vuurvogel', name: 'De Vuurvogel', place: null };

test('the front page names schools that asked something, and not those that only prepare to', async () => {
	const { school, consultationId } = await aConsultation();
	await school.anotherSchool();
	const { read, write } = school.store;
	expect((await listPlaces(read)).places).toMatchObject([HERE]);

	const preparing = { openedAt: null };
	await write((tx) =>
		tx.update(consultations).set(preparing).where(eq(consultations.id, consultationId))
	);
	expect((await listPlaces(read)).places).toEqual([]);
});

test('what an alliance asks, it asks at each of its schools, and at no other', async () => {
	const { school, consultationId } = await aConsultation();
	await school.anotherSchool();
	const allianceId = school.scope.path.split('/')[2] ?? '';
	await school.store.write((tx) =>
		tx
			.update(consultations)
			.set({ scopeId: allianceId })
			.where(eq(consultations.id, consultationId))
	);
	expect((await listPlaces(school.store.read)).places.map(({ slug }) => slug)).toEqual([
		'vuurvogel',
		'streek'
	]);
});
