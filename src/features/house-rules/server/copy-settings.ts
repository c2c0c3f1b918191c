import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { copyInput } from '../input.ts';
import { houseRules } from './schema.ts';
import { rolesIn } from '#features/people/server/queries.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { pageOf, placesAsked, placesBelow } from '#features/scopes/server/places-page.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import { Conflict, Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context, type Scope } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize, can } from '#policy/authorize.ts';

/**
 * Gives other places the contact or the house rules of this one, all in one action, which is one line
 * in the log here and one at each of them. Only to places where the actor is in charge too. House
 * rules become a new edition there, unless they are the same. Returns how many places got something.
 *
 * Input: `{ what: ['contact', 'house-rules'], place: [ids] }`.
 */
export async function copySettings(ctx: Context, input: unknown): Promise<number> {
	const actorId = requirePerson(ctx);
	return ctx.write(async (tx) => {
		authorize(ctx, 'settings.copy', { scopeId: ctx.scope.id });
		requireFresh(ctx);
		const { what, place } = parse(copyInput, input);
		const own = await settingsOf(tx, ctx.scope);
		const missing =
			(what.includes('contact') && !own.contact) || (what.includes('house-rules') && !own.rules);
		if (missing) throw new Conflict('settings.none');

		const targets: Scope[] = await tx.select(asScope).from(scopes).where(inArray(scopes.id, place));
		for (const target of targets) if (!(await isInCharge(tx, ctx, actorId, target))) refuse();
		if (targets.length === 0 || targets.length < new Set(place).size) refuse();

		for (const target of targets) {
			if (what.includes('contact'))
				await tx.update(scopes).set({ contact: own.contact }).where(eq(scopes.id, target.id));
			if (what.includes('house-rules') && own.rules) await adopt(tx, ctx, target, own.rules);
			const about = { kind: 'scope', id: ctx.scope.id };
			await record(tx, { ...ctx, scope: target }, 'settings.received', about);
		}
		await record(tx, ctx, 'settings.copied', { kind: 'scope', id: ctx.scope.id });
		return targets.length;
	});
}

function refuse(): never {
	throw new Invalid('input.invalid', { place: 'field.choose' });
}

const asScope = {
	id: scopes.id,
	path: scopes.path,
	kind: scopes.kind,
	slug: scopes.slug,
	name: scopes.name
};

/** Being in charge here says nothing of another place: that is asked there. */
async function isInCharge(db: Reader, ctx: Context, actorId: string, target: Scope) {
	const there = { ...ctx, scope: target, roles: await rolesIn(db, actorId, target) };
	return target.id !== ctx.scope.id && can(there, 'settings.copy', { scopeId: target.id });
}

async function settingsOf(db: Reader, { id }: Pick<Scope, 'id'>) {
	const [scope] = await db
		.select({ contact: scopes.contact })
		.from(scopes)
		.where(eq(scopes.id, id));
	return { contact: scope?.contact ?? null, rules: (await latestOf(db, id))?.rules ?? null };
}

async function latestOf(db: Reader, scopeId: string) {
	const [latest] = await db
		.select({ edition: houseRules.edition, rules: houseRules.rules })
		.from(houseRules)
		.where(eq(houseRules.scopeId, scopeId))
		.orderBy(desc(houseRules.edition))
		.limit(1);
	return latest;
}

async function adopt(
	tx: Writer,
	{ now }: Context,
	{ id: scopeId }: Scope,
	rules: (typeof houseRules.$inferInsert)['rules']
): Promise<void> {
	const latest = await latestOf(tx, scopeId);
	if (latest && JSON.stringify(latest.rules) === JSON.stringify(rules)) return;
	const edition = (latest?.edition ?? 0) + 1;
	await tx.insert(houseRules).values({ id: newId(), scopeId, edition, rules, publishedAt: now });
}

/** The schools that this place can give its settings to: those below it, or beside a school. */
export async function showCopying(ctx: Context, query: URLSearchParams) {
	const { read, scope } = ctx;
	authorize(ctx, 'settings.copy', { scopeId: scope.id });
	const actorId = requirePerson(ctx);
	const asked = placesAsked(query);
	// a school gives to all schools of its alliance, also those of another board
	const [home = '', top = ''] = ancestry(scope);
	const above = top === scope.id ? `/${home}/` : `/${home}/${top}/`;
	const root = { path: scope.kind === 'school' ? above : scope.path };
	const which = and(eq(scopes.kind, 'school'), ne(scopes.id, scope.id));
	const page = pageOf(await placesBelow(read, root, asked, which), asked);
	const places = [];
	for (const place of page.places) {
		if (await isInCharge(read, ctx, actorId, place)) places.push(place);
	}
	const own = await settingsOf(read, scope);
	return {
		here: { slug: scope.slug, name: scope.name },
		page: { ...page, places: places.map(({ id, name, place }) => ({ id, name, place })) },
		has: { contact: own.contact !== null, rules: own.rules !== null }
	};
}
