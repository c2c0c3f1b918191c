import { asc, eq } from 'drizzle-orm';
import { applyImport } from '#features/imports/server/apply-import.ts';
import { showRun } from '#features/imports/server/show-run.ts';
import { startImport } from '#features/imports/server/start-import.ts';
import { householdMembers, households, people } from '#features/people/server/schema.ts';
import { createScope } from '#features/scopes/server/create-scope.ts';
import type { Context } from '#kernel/server/context.ts';
import { aSchool, type World } from './world.ts';

export const HEADER =
	'Gezinscode;Naam ouder 1;E-mail ouder 1;Telefoon ouder 1;Naam ouder 2;E-mail ouder 2;Groep';
export const LIST = [
	HEADER,
	'M-01;Ayşe Çelik-Demir;ayse+school@example.org;06 12345678;Şefik Çelik;ayse+school@example.org;Groep 3',
	'M-01;Ayşe Çelik-Demir;ayse+school@example.org;;Şefik Çelik;ayse+school@example.org;Groep 6',
	'M-02;Nguyễn Thị Hương;huong@bücher.example;;;;groep 6',
	'M-03;فاطمة الزهراء;;;"Sean O’Brien";sean@example.org;Groep 3',
	'M-04;Noor in ’t Veld;gezin@example.org;;;;Groep 3',
	'M-05;Piet in ’t Veld;gezin@example.org;;;;Groep 3'
];
export const COLUMNS = {
	...{
		'column-0': 'household',
		'column-1': 'name-1',
		'column-2': 'email-1',
		'column-3': 'phone-1'
	},
	...{ 'column-4': 'name-2', 'column-5': 'email-2', 'column-6': 'group' }
};

export async function aSchoolWithGroups() {
	const school = await aSchool();
	const coordinator = await school.a('coordinator');
	for (const name of ['Groep 3', 'Groep 6'])
		await createScope(coordinator, { kind: 'group', name });
	return { school, coordinator };
}

export const bytes = (lines: readonly string[]) => Buffer.from(lines.join('\r\n'));

export async function staged(ctx: Context, lines: readonly string[], columns: object = COLUMNS) {
	const { id: runId, read } = await startImport(ctx, bytes(lines), columns);
	await read;
	return { runId, run: await showRun(ctx, runId) };
}

export async function imported(ctx: Context, lines: readonly string[]) {
	const { runId } = await staged(ctx, lines);
	return applyImport(ctx, runId);
}

export const register = ({ store }: World) =>
	store.read
		.select({ key: households.key, name: people.name, email: people.email, phone: people.phone })
		.from(householdMembers)
		.innerJoin(households, eq(households.id, householdMembers.householdId))
		.innerJoin(people, eq(people.id, householdMembers.personId))
		.orderBy(asc(households.key), asc(people.name));
