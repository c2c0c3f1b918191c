import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
	isSchool,
	pageOf,
	placesAsked,
	placesBelow,
	PLACES_ON_A_PAGE
} from '#features/scopes/server/places-page.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { placesThatAsk } from '#features/consultations/server/list-places.ts';
import { planOf } from '#tests/support/plan.ts';
import { aSchool } from '#tests/support/world.ts';

/** An alliance of 200 schools, each in a town of its own. */
async function anAlliance() {
	const school = await aSchool();
	const { read, write } = school.store;
	const [alliance] = await read.select().from(scopes).where(eq(scopes.kind, 'alliance'));
	if (!alliance) throw new Error('the alliance is missing');
	await write(async (tx) => {
		for (let n = 0; n < 199; n++) {
			const id = `s${String(n)}`;
			const name = n === 7 ? 'Élan' : `School ${String(n).padStart(3, '0')}`;
			const path = `${alliance.path}${id}/`;
			await tx
				.insert(scopes)
				.values({ id, path, kind: 'school', slug: id, name, place: `Dorp ${id}` });
		}
	});
	const page = async (query: string) => {
		const asked = placesAsked(new URLSearchParams(query));
		return pageOf(await placesBelow(read, alliance, asked, isSchool), asked);
	};
	return { school, alliance, page };
}

test('the schools of a large alliance come a page at a time, each of them once', async () => {
	const { page } = await anAlliance();
	const seen: string[] = [];
	let query: string | null = '';
	for (let turn = 0; query !== null && turn < 9; turn++) {
		const { places, next } = await page(query);
		expect(places.length).toBeLessThanOrEqual(PLACES_ON_A_PAGE);
		seen.push(...places.map(({ id }) => id));
		query = next;
	}
	expect(seen).toHaveLength(200);
	expect(new Set(seen).size).toBe(200);
});

test('a school is found by its name without accents, or by its town', async () => {
	const { page } = await anAlliance();
	expect((await page('q=elan')).places.map(({ name }) => name)).toEqual(['Élan']);
	expect((await page('q=dorp+s12')).places.map(({ id }) => id)).toContain('s12');
	expect((await page('q=nergens')).places).toEqual([]);
});

test('no page of places goes through a table from end to end', async () => {
	const { school, alliance } = await anAlliance();
	const { read } = school.store;
	const asked = { sought: 'school dorp', after: { name: 'School 010', id: 's10' } };
	for (const query of [placesBelow(read, alliance, asked, isSchool), placesThatAsk(read, asked)]) {
		const plan = planOf(school.file, query);
		expect(plan).toContainEqual(expect.stringMatching(/^SEARCH scope USING INDEX .*path>/));
		expect(plan.filter((step) => /^SCAN (?:scope|person|above)/.test(step))).toEqual([]);
	}
});
