import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { showRollOut } from './show-roll-out.ts';
import { houseRules } from '#features/house-rules/server/schema.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { castBallot } from '#features/polls/server/cast-ballot.ts';
import { getScope } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Forbidden } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { aConsultation } from '#tests/support/consultation.ts';
import { aSchool, NOON, World } from '#tests/support/world.ts';

const query = (asked: Record<string, string> = {}) => new URLSearchParams(asked);

async function allianceOf({ store, file }: World) {
	return new World(store, await getScope(store.read, 'streek'), file);
}

test('of each school is shown who is in charge, parents, the first consultation and who takes part', async () => {
	const { school, families } = await aConsultation({ families: 40 });
	const { store, scope } = school;
	await store.write((tx) => tx.update(people).set({ invitedOn: '2027-05-01' }));
	for (const { ctx } of families.slice(0, 30)) {
		const form = new FormData();
		form.set('choice', 'a');
		await castBallot(ctx, 'schooltijden', 'schooltijden', form);
	}
	const alliance = await allianceOf(school);
	const coordinator = await alliance.a('coordinator');
	const shown = async () => (await showRollOut(coordinator, query())).page.places[0];
	expect(await shown()).toMatchObject({
		...{ slug: 'vuurvogel', administrator: 'none', parents: 40, invited: 40 },
		...{ share: { part: 30, whole: 40 }, settings: { contact: false, rules: false } }
	});
	expect((await shown())?.openedAt).toBeInstanceOf(Date);

	const personId = newId();
	await store.write(async (tx) => {
		await tx.insert(people).values({ id: personId, name: 'Noor' });
		await tx.insert(memberships).values({ scopeId: scope.id, personId, role: 'coordinator' });
		await tx
			.insert(houseRules)
			.values({ scopeId: scope.id, edition: 1, rules: ['Wees aardig.'], publishedAt: NOON });
	});
	expect(await shown()).toMatchObject({ administrator: 'invited', settings: { rules: true } });
	await store.write((tx) =>
		tx.update(people).set({ joinedOn: '2027-05-02' }).where(eq(people.id, personId))
	);
	expect((await shown())?.administrator).toBe('in');
	expect((await showRollOut(coordinator, query())).all).toEqual({
		...{ schools: 1, administrators: 1, parents: 1, consultations: 1 }
	});
});

test('of fewer than five parents nothing is told, also when it is they who do not take part', async () => {
	const { school, families } = await aConsultation({ families: 40 });
	await school.store.write((tx) => tx.update(people).set({ invitedOn: '2027-05-01' }));
	const coordinator = await (await allianceOf(school)).a('coordinator');
	const shares = [];
	for (const [nth, { ctx }] of families.entries()) {
		const form = new FormData();
		form.set('choice', 'a');
		await castBallot(ctx, 'schooltijden', 'schooltijden', form);
		if (nth === 3 || nth === 4 || nth === 36 || nth === 39)
			shares.push((await showRollOut(coordinator, query())).page.places[0]?.share ?? null);
	}
	expect(shares).toEqual([null, { part: 5, whole: 40 }, null, { part: 40, whole: 40 }]);
	const other = await school.anotherSchool();
	await other.a('parent');
	const seen = JSON.stringify(await showRollOut(coordinator, query()));
	for (const { personId } of families) expect(seen).not.toContain(personId);
});

test('200 schools are paged and searched, quickly, and only those of this place are there', async () => {
	const school = await aSchool();
	const alliance = await allianceOf(school);
	await school.anotherSchool();
	await alliance.store.write(async (tx) => {
		for (let n = 0; n < 200; n++) {
			const id = newId();
			const place = { id, path: `${alliance.scope.path}${id}/`, slug: `s-${String(n)}` };
			await tx.insert(scopes).values({ ...place, kind: 'school', name: `Regenboog ${String(n)}` });
			const parents = Array.from({ length: 10 }, () => ({ id: newId(), invitedOn: '2027-05-01' }));
			await tx.insert(people).values(parents);
			await tx
				.insert(memberships)
				.values(parents.map((it) => ({ scopeId: id, personId: it.id, role: 'parent' as const })));
		}
	});
	const coordinator = await alliance.a('coordinator');
	const began = performance.now();
	const { all, page } = await showRollOut(coordinator, query());
	expect(performance.now() - began).toBeLessThan(1000);
	expect(all).toEqual({ schools: 201, administrators: 0, parents: 200, consultations: 0 });
	expect(page.places).toHaveLength(50);
	const names = new Set<string>();
	for (let next = page.next; next !== null;) {
		const further = await showRollOut(coordinator, new URLSearchParams(next));
		for (const { name } of further.page.places) names.add(name);
		next = further.page.next;
	}
	expect(names.size).toBe(151);
	expect([...names]).not.toContain('De IJsvogel');
	const found = await showRollOut(coordinator, query({ q: 'regenboog 199' }));
	expect(found.page.places).toMatchObject([
		{ name: 'Regenboog 199', parents: 10, share: { part: 0 } }
	]);
});

test('only who is in charge of an alliance or board sees it', async () => {
	const school = await aSchool();
	const alliance = await allianceOf(school);
	await expect(showRollOut(await alliance.a('council'), query())).rejects.toBeInstanceOf(Forbidden);
	await expect(showRollOut(await school.a('coordinator'), query())).rejects.toBeInstanceOf(
		Conflict
	);
});
