import { eq } from 'drizzle-orm';
import { consultations, groundRules } from '#features/consultations/server/schema.ts';
import { evenings, eveningTables, tableNotes } from '#features/evenings/server/schema.ts';
import { contributions, panels, supports } from '#features/panels/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import { NOON } from './world.ts';
import { type Consulted, OPENS } from './consultation.ts';

type Wanted = Partial<typeof contributions.$inferInsert>;

/** Writes a contribution straight into the panel of a consultation; answers its id. */
export async function aContribution(
	{ school, panelId }: Pick<Consulted, 'school' | 'panelId'>,
	wanted: Wanted & { readonly supporters?: readonly string[] } = {}
): Promise<string> {
	const { supporters = [], ...given } = wanted;
	const id = newId();
	await school.store.write(async (tx) => {
		await tx.insert(contributions).values({
			id,
			panelId,
			rootId: id,
			depth: 1,
			displayName: 'Jeroen B.',
			badge: 'parent',
			origin: 'online',
			body: 'Doen.',
			html: '<p>Doen.</p>',
			language: 'nl',
			createdAt: NOON,
			supportCount: supporters.length,
			...given
		});
		for (const personId of supporters) {
			await tx.insert(supports).values({ contributionId: id, personId });
		}
	});
	return id;
}

/** Writes a table note straight into the evening of a consultation; answers its id. */
export async function aNote(
	{ school, eveningId }: Pick<Consulted, 'school' | 'eveningId'>,
	number: number,
	wanted: Partial<typeof tableNotes.$inferInsert> = {}
): Promise<string> {
	const id = newId();
	await school.store.write(async (tx) => {
		await tx
			.insert(eveningTables)
			.values({ eveningId, number: 1, host: 'Wim' })
			.onConflictDoNothing();
		await tx.insert(tableNotes).values({
			id,
			eveningId,
			number,
			tableNumber: 1,
			body: 'Genoeg tijd om te eten.',
			language: 'nl',
			createdAt: NOON,
			...wanted
		});
	});
	return id;
}

/** A second open consultation at the same school, named `ander`, with a panel and an evening. */
export async function anotherConsultation({ school, consultationId }: Consulted) {
	const [id, panelId, eveningId] = [newId(), newId(), newId()];
	const { read, write } = school.store;
	const [first] = await read
		.select()
		.from(consultations)
		.where(eq(consultations.id, consultationId));
	const [ruled] = await read
		.select()
		.from(groundRules)
		.where(eq(groundRules.consultationId, consultationId));
	if (!first || !ruled) throw new Error('no consultation to copy');
	await write(async (tx) => {
		await tx.insert(consultations).values({ ...first, id, slug: 'ander', openedAt: OPENS });
		await tx.insert(groundRules).values({ ...ruled, consultationId: id });
		await tx.insert(panels).values({
			id: panelId,
			consultationId: id,
			slug: 'gesprek',
			title: 'Ander gesprek',
			lead: '',
			visibility: 'audience',
			position: 1
		});
		await tx.insert(evenings).values({
			id: eveningId,
			consultationId: id,
			slug: 'avond',
			title: 'Andere avond',
			startsAt: NOON,
			endsAt: NOON,
			place: 'Aula',
			details: '',
			position: 1
		});
	});
	return { school, consultationId: id, panelId, eveningId, slug: 'ander' };
}
