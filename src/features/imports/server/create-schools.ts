import type { PlannedPlace } from '../school-plan.ts';
import { appointAdministrators, type Appointed } from './appoint-administrators.ts';
import { prepareSchools } from './prepare-schools.ts';
import { readSchools } from './read-schools.ts';
import type { MailLink } from '#features/people/server/invite-person.ts';
import { rolesIn } from '#features/people/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Forbidden, Invalid } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize, can } from '#policy/authorize.ts';

export type Created = Appointed & { readonly schools: number; readonly boards: number };

/**
 * Makes the schools of a list under this place, the boards that it names, and puts somebody in
 * charge of each: all or nothing. Who that is gets one link to sign in with, by mail when `mailLink`
 * is given. What is there already is left as it is, so the same list again changes nothing.
 */
export async function createSchools(
	ctx: Context,
	file: unknown,
	input: unknown,
	mailLink?: MailLink
): Promise<Created> {
	authorizeSchools(ctx);
	const list = await readSchools(file, input);
	return ctx.write(async (tx) => {
		authorizeSchools(ctx);
		requireFresh(ctx);
		const plan = await prepareSchools(tx, ctx, list);
		if (plan.issues.length > 0) throw new Invalid('input.invalid', { list: 'schools.rows' });
		await authorizeEach(tx, ctx, plan.places);

		const made = plan.places.filter(({ isNew }) => isNew);
		for (const batch of inBatches(made)) await tx.insert(scopes).values(batch.map(rowOf));
		for (const scope of made)
			await record(tx, { ...ctx, scope }, 'scope.created', { kind: 'scope', id: scope.id });
		const appointed = await appointAdministrators(tx, ctx, plan.appointments, mailLink);
		if (made.length > 0 || appointed.roles > 0)
			await record(tx, ctx, 'schools.created', { kind: 'scope', id: ctx.scope.id });
		const countOf = (kind: string) => made.filter((it) => it.kind === kind).length;
		return { ...appointed, schools: countOf('school'), boards: countOf('board') };
	});
}

/** What `createSchools` would do, row by row, and the rows that are wrong. Writes nothing. */
export async function checkSchools(ctx: Context, file: unknown, input: unknown) {
	authorizeSchools(ctx);
	const list = await readSchools(file, input);
	const { places, appointments, issues } = await prepareSchools(ctx.read, ctx, list);
	const made = places.filter(({ isNew }) => isNew);
	return {
		text: list.text,
		skipped: list.skipped,
		issues: issues.slice(0, MOST_ISSUES),
		wrong: issues.length,
		boards: made.filter(({ kind }) => kind === 'board').map(({ name }) => name),
		counts: {
			rows: list.rows.length,
			schools: made.filter(({ kind }) => kind === 'school').length,
			known: places.filter(({ kind, isNew }) => kind === 'school' && !isNew).length,
			roles: appointments.filter(({ isNew }) => isNew).length
		},
		rows: appointments.map(({ row, school, board, name, isNew }) => ({
			...{ row, board, administrator: name, school: school.name, slug: school.slug },
			isNewSchool: school.isNew,
			isNewRole: isNew
		}))
	};
}

/** The page with the form. */
export function showSchools(ctx: Context) {
	authorizeSchools(ctx);
	const { slug, name, kind } = ctx.scope;
	return { here: { slug, name, kind } };
}

const MOST_ISSUES = 50;

function authorizeSchools(ctx: Context): void {
	requirePerson(ctx);
	authorize(ctx, 'schools.create', { scopeId: ctx.scope.id });
	if (ctx.scope.kind !== 'alliance' && ctx.scope.kind !== 'board')
		throw new Conflict('schools.only-above');
}

/** Being in charge here says nothing of another place: that is asked of each. */
async function authorizeEach(
	tx: Writer,
	ctx: Context,
	places: readonly PlannedPlace[]
): Promise<void> {
	const actorId = requirePerson(ctx);
	for (const scope of places) {
		const there = { ...ctx, scope, roles: await rolesIn(tx, actorId, scope) };
		if (!can(there, 'person.invite', { scopeId: scope.id })) throw new Forbidden('policy.no');
	}
}

const rowOf = ({ id, path, kind, slug, name, town }: PlannedPlace) => ({
	...{ id, path, kind, slug, name },
	place: town || null
});

/** A hundred at a time: a statement has a most of values. */
function* inBatches<Row>(rows: readonly Row[]): Generator<Row[]> {
	for (let at = 0; at < rows.length; at += 100) yield rows.slice(at, at + 100);
}
