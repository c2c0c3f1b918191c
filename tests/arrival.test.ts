import Database from 'libsql';
import { expect, test } from 'vitest';
import { sessionKind } from '#features/people/rules.ts';
import { memberships } from '#features/people/server/schema.ts';
import { openSessions } from '#features/people/server/sessions.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { requirePerson } from '#kernel/server/context.ts';
import { arrive } from '../src/arrival.server.ts';
import type { Services } from '../src/services.server.ts';
import { traceStatements } from './support/trace.ts';
import { aSchool, aScope, BEGAN, NOON } from './support/world.ts';

/** Somebody who is something at fifty schools, and asks for a page of one of them. */
async function asking() {
	const trace = traceStatements();
	const school = await aSchool();
	const { store, scope } = school;
	const ctx = await school.a('coordinator');
	const personId = requirePerson(ctx);
	await store.write(async (tx) => {
		for (let nth = 0; nth < 50; nth++) {
			const other = aScope('school', '/home/', `school-${String(nth)}`, 'School');
			await tx.insert(scopes).values(other);
			await tx.insert(memberships).values({ scopeId: other.id, personId, role: 'council' });
		}
	});
	const sessions = openSessions(store, { secure: false });
	const { value: token } = await sessions.start(personId, sessionKind(['coordinator']), BEGAN);
	const { seal, vault } = ctx;
	const services = {
		...{ store, sessions, seal, vault, secondFactor: 'offered', now: () => NOON }
	} as unknown as Services;
	const arriving = () =>
		arrive(services, {
			...{ token, route: '/[scope]', place: scope.slug, locale: 'nl' },
			address: () => '192.0.2.7'
		});
	return { trace, store, file: school.file, arriving };
}

test('who asks, and what they are in every place, is one query; the place of the page is one more', async () => {
	const { trace, arriving } = await asking();
	let roles: unknown;
	const asked = await trace.during(async () => {
		({ roles } = (await arriving()).ctx);
	});
	expect(roles).toEqual(new Set(['coordinator']));
	expect(asked).toHaveLength(2);
	const [who, where] = asked;
	for (const table of ['session', 'person', 'membership', 'scope'])
		expect(who).toContain(`"${table}"`);
	expect(where).toMatch(/from "scope" where "scope"\."slug" = \?/);
	// nothing was written since: nothing is asked again
	expect(await trace.during(arriving)).toEqual([]);
});

test('both are found by indexes, without reading any table through', async () => {
	const { trace, store, file, arriving } = await asking();
	const asked = await trace.during(arriving);
	await store.close();
	const db = new Database(file);
	for (const sql of asked) {
		const args = [...sql.matchAll(/\?/g)].map(() => 'x');
		const rows = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...args) as { detail: string }[];
		const steps = rows.map(({ detail }) => detail);
		expect(steps.length).toBeGreaterThan(0);
		for (const step of steps)
			expect(step).toMatch(/^(SEARCH .* USING (COVERING )?INDEX |CORRELATED SCALAR SUBQUERY)/);
	}
	db.close();
});
