import { readFileSync } from 'node:fs';
import { and, asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { checkSchools, createSchools } from './create-schools.ts';
import { mailInvitation } from '#features/mails/server/mail-invitation.ts';
import { mails } from '#features/mails/server/schema.ts';
import { rolesIn } from '#features/people/server/queries.ts';
import { memberships, people, signInLinks } from '#features/people/server/schema.ts';
import { getScope } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { ConfirmFirst, Conflict, Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Context } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { aWorkbook } from '#tests/support/workbooks.ts';
import { aSchool, World } from '#tests/support/world.ts';

const HEADER = 'School;Plaats;Bestuur;Beheerder;E-mail beheerder;Taal;Denominatie';
const LIST = [
	HEADER,
	'De Regenboog;Ede;Stichting Vallei;Noor de Vries;Noor@Regenboog.example;;openbaar',
	'Het Kompas;Ede;Stichting Vallei;Bas van Vliet;bas@kompas.example;Engels;katholiek',
	'Het Kompas;Ede;Stichting Vallei;Ans Bos;ans@kompas.example;;katholiek',
	'De Brug;;;Noor de Vries;noor@regenboog.example;;'
];
const listOf = (rows: readonly string[]) => ({ list: rows.join('\n') });
const bytes = (rows: readonly string[]) => Buffer.from(rows.join('\r\n'));

async function anAlliance() {
	const school = await aSchool();
	const alliance = new World(
		school.store,
		await getScope(school.store.read, 'streek'),
		school.file
	);
	return { school, alliance, coordinator: await alliance.a('coordinator') };
}

/** How much there is of everything that a list adds to. */
const counted = async ({ read }: Context) =>
	Promise.all(
		[scopes, people, memberships, mails, signInLinks, journal].map((it) => read.$count(it))
	);

test('a list makes schools, the boards it names, and somebody in charge of each with one mail', async () => {
	const { alliance, coordinator } = await anAlliance();
	const checked = await checkSchools(coordinator, bytes(LIST), {});
	expect(checked).toMatchObject({
		...{ boards: ['Stichting Vallei'], skipped: ['Denominatie'], wrong: 0 },
		counts: { rows: 4, schools: 3, known: 0, roles: 4 }
	});
	const made = await createSchools(coordinator, null, { list: checked.text }, mailInvitation);
	expect(made).toEqual({ schools: 3, boards: 1, roles: 4, mailed: 3 });

	const { read } = alliance.store;
	const [noor] = await read.select().from(people).where(eq(people.email, 'noor@regenboog.example'));
	const board = await getScope(read, 'stichting-vallei');
	const places = await Promise.all(
		['de-regenboog', 'het-kompas', 'de-brug'].map((slug) => getScope(read, slug))
	);
	expect(places.map(({ path }) => path.startsWith(board.path))).toEqual([true, true, false]);
	const roles = await Promise.all(places.map((it) => rolesIn(read, noor?.id ?? '', it)));
	expect(roles.map((it) => it.has('coordinator'))).toEqual([true, false, true]);
	// one mail, about all her schools; who has one school begins at its desk
	const links = await read.select().from(signInLinks).orderBy(asc(signInLinks.returnTo));
	expect(links.map(({ returnTo }) => returnTo)).toEqual([
		...['/het-kompas/desk', '/het-kompas/desk', '/me']
	]);
	const [bas] = await read.select().from(people).where(eq(people.email, 'bas@kompas.example'));
	expect(bas?.locale).toBe('en');
	const lines = (scopeId: string) =>
		read.select({ what: journal.what }).from(journal).where(eq(journal.scopeId, scopeId));
	expect(await lines(alliance.scope.id)).toEqual([{ what: 'schools.created' }]);
	expect(await lines(places[1]?.id ?? '')).toEqual([
		...[{ what: 'scope.created' }, { what: 'person.invited' }, { what: 'person.invited' }]
	]);
	const stored = ['', '-wal'].map((it) => readFileSync(alliance.file + it, 'latin1')).join('');
	expect(stored).not.toMatch(/katholiek|Denominatie/);
});

test('the same list again changes nothing and says what is there', async () => {
	const { coordinator } = await anAlliance();
	await createSchools(coordinator, bytes(LIST), {}, mailInvitation);
	const before = await counted(coordinator);
	const { counts } = await checkSchools(coordinator, bytes(LIST), {});
	expect(counts).toEqual({ rows: 4, schools: 0, known: 3, roles: 0 });
	const again = await createSchools(coordinator, bytes(LIST), {}, mailInvitation);
	expect(again).toEqual({ schools: 0, boards: 0, roles: 0, mailed: 0 });
	expect(await counted(coordinator)).toEqual(before);
});

test('with one wrong row nothing is made, and it is named by row and column only', async () => {
	const { coordinator } = await anAlliance();
	const list = [...LIST, '', 'De Vlieger;;;Jan Bos;geheim.example;;', 'De Ark;;;;ark@a.example;;'];
	const before = await counted(coordinator);
	const checked = await checkSchools(coordinator, bytes(list), {});
	expect(checked.issues).toEqual([
		{ row: 7, column: 5, target: 'email', reason: 'field.email' },
		{ row: 8, column: 4, target: 'administrator', reason: 'field.required' }
	]);
	const sent = createSchools(coordinator, null, listOf(list), mailInvitation);
	await expect(sent).rejects.toEqual(new Invalid('input.invalid', { list: 'schools.rows' }));
	expect(await counted(coordinator)).toEqual(before);
});

test('a workbook does as well, and of mistakes no row counts twice', async () => {
	const { coordinator } = await anAlliance();
	const cells = LIST.map((row) => row.split(';'));
	const { counts } = await checkSchools(coordinator, await aWorkbook({ Scholen: cells }), {});
	expect(counts).toEqual({ rows: 4, schools: 3, known: 0, roles: 4 });
	const wrong = Array.from({ length: 300 }, () => '---;;;www.a.nl;geen;;');
	const checked = await checkSchools(coordinator, bytes([HEADER, ...wrong]), {});
	expect(checked.wrong).toBe(900);
	const far = [...LIST, ...Array.from({ length: 5000 }, () => ''), 'De Ark;;;Jan;jan@a.nl;;'];
	for (const list of [[HEADER, ...wrong, ...wrong], far])
		await expect(checkSchools(coordinator, bytes(list), {})).rejects.toEqual(
			new Invalid('input.invalid', { file: 'schools.too-many' })
		);
});

test('a fault in the middle leaves everything as it was', async () => {
	const { coordinator } = await anAlliance();
	const before = await counted(coordinator);
	let asked = 0;
	const failing: typeof mailInvitation = () =>
		++asked < 3 ? Promise.resolve(true) : Promise.reject(new Error('the power fails'));
	await expect(createSchools(coordinator, bytes(LIST), {}, failing)).rejects.toThrow('power');
	expect(await counted(coordinator)).toEqual(before);
});

test('who works here already gets the role and stays one person; the address of a parent is refused', async () => {
	const { school, coordinator } = await anAlliance();
	const staff = newId();
	await school.store.write(async (tx) => {
		const email = 'noor@regenboog.example';
		await tx.insert(people).values({ id: staff, name: 'N. de Vries', email });
		await tx
			.insert(memberships)
			.values({ scopeId: school.scope.id, personId: staff, role: 'moderator' });
	});
	const parent = await school.a('parent');
	const [own] = await school.store.read
		.select({ email: people.email })
		.from(people)
		.where(eq(people.name, 'Iemand (parent)'));
	expect(parent.actor.kind).toBe('person');
	await createSchools(coordinator, bytes(LIST.slice(0, 2)), {}, mailInvitation);
	const noors = await school.store.read
		.select({ id: people.id, name: people.name })
		.from(people)
		.where(eq(people.email, 'noor@regenboog.example'));
	expect(noors).toEqual([{ id: staff, name: 'N. de Vries' }]);
	const ofParent = [HEADER, `De Brug;;;Iemand;${own?.email ?? ''};;`];
	const { issues } = await checkSchools(coordinator, bytes(ofParent), {});
	expect(issues).toMatchObject([{ row: 2, column: 5, reason: 'person.email-of-parent' }]);
});

test('who is something outside the alliance gets the role, but no link that would open that too', async () => {
	const { school, coordinator } = await anAlliance();
	const other = await school.anotherSchool();
	const staff = newId();
	await school.store.write(async (tx) => {
		await tx.insert(people).values({ id: staff, name: 'Ans', email: 'ans@kompas.example' });
		await tx
			.insert(memberships)
			.values({ scopeId: other.scope.id, personId: staff, role: 'coordinator' });
	});
	const made = await createSchools(coordinator, bytes(LIST), {}, mailInvitation);
	expect(made).toMatchObject({ roles: 4, mailed: 2 });
	const held = await school.store.read
		.select()
		.from(memberships)
		.where(and(eq(memberships.personId, staff), eq(memberships.role, 'coordinator')));
	expect(held).toHaveLength(2);
});

test('only who is in charge of an alliance or a board makes schools, and shows again who they are', async () => {
	const { school, alliance, coordinator } = await anAlliance();
	const council = await alliance.a('council');
	await expect(checkSchools(council, bytes(LIST), {})).rejects.toBeInstanceOf(Forbidden);
	await expect(createSchools(council, bytes(LIST), {})).rejects.toBeInstanceOf(Forbidden);
	const atSchool = await school.a('coordinator');
	await expect(createSchools(atSchool, bytes(LIST), {})).rejects.toEqual(
		new Conflict('schools.only-above')
	);
	const stale: Context = {
		...coordinator,
		session: coordinator.session && { ...coordinator.session, confirmedAt: null }
	};
	await expect(createSchools(stale, bytes(LIST), {})).rejects.toBeInstanceOf(ConfirmFirst);
	// roles in the form of a request do not make it so: each place asks the database anew
	const pretends = alliance.as((await school.a('staff')).session?.id ?? '', ['coordinator']);
	await expect(createSchools(pretends, bytes(LIST), {})).rejects.toBeInstanceOf(Forbidden);
	await expect(getScope(school.store.read, 'de-brug')).rejects.toBeInstanceOf(NotFound);
});

test('200 schools, each with their own administrator, are one quick write', async () => {
	const { coordinator } = await anAlliance();
	const rows = Array.from({ length: 200 }, (_, nth) => {
		const n = String(nth + 1);
		return `School ${n};Plaats ${n};Bestuur ${String(nth % 12)};Beheerder Nummer${'abcdefghij'[nth % 10] ?? ''};hoofd${n}@school${n}.example;;`;
	});
	let took = 0;
	const timed: Context = {
		...coordinator,
		write: async (work) => {
			const began = performance.now();
			const result = await coordinator.write(work);
			took = performance.now() - began;
			return result;
		}
	};
	const made = await createSchools(timed, bytes([HEADER, ...rows]), {}, mailInvitation);
	expect(made).toEqual({ schools: 200, boards: 12, roles: 200, mailed: 200 });
	// half a second on a busy machine with two cores
	expect(took).toBeLessThan(2000);
});
