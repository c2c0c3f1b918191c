import { eq } from 'drizzle-orm';
import { scopeInput } from '../input.ts';
import { kindsBelow, type Kind } from '../rules.ts';
import { isReserved, isSlug, slugFrom } from '../slug.ts';
import { scopes } from './schema.ts';
import { Invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context, type Scope } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** A place to make. Without a slug it gets one of its name; a group that of its school before it. */
export type NewScope = {
	readonly kind: Kind;
	readonly name: string;
	readonly slug: string;
	readonly place: string;
};

/** Makes a place under this one: a school under an alliance, a group under a school. */
export async function createScope(ctx: Context, input: unknown): Promise<Scope> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		authorize(ctx, 'scope.manage', { scopeId: ctx.scope.id });
		const scope = await insertScope(tx, ctx.scope, parse(scopeInput, input));
		await record(tx, ctx, 'scope.created', { kind: 'scope', id: scope.id });
		return scope;
	});
}

/** Puts a place in the tree, under `above`. A step of making one and of the set-up. */
export async function insertScope(tx: Writer, above: Scope, wanted: NewScope): Promise<Scope> {
	const { kind, name } = wanted;
	if (!kindsBelow(above.kind).includes(kind)) refuse('kind', 'field.choose');
	const slug = wanted.slug || slugOf(wanted, above);
	if (!isSlug(slug)) refuse('slug', 'field.slug');
	if (isReserved(slug)) refuse('slug', 'field.slug-reserved');
	const taken = await tx.select({ id: scopes.id }).from(scopes).where(eq(scopes.slug, slug));
	if (taken.length > 0) refuse('slug', 'field.slug-taken');

	const id = newId();
	const scope: Scope = { id, path: `${above.path}${id}/`, kind, slug, name };
	await tx.insert(scopes).values({ ...scope, place: wanted.place || null });
	return scope;
}

/** Every school has a "Groep 3", and an address belongs to one place. */
function slugOf({ kind, name }: NewScope, above: Scope): string {
	const slug = slugFrom(name);
	return kind === 'group' && slug ? slugFrom(`${above.slug}-${slug}`) : slug;
}

function refuse(field: string, reason: string): never {
	throw new Invalid('input.invalid', { [field]: reason });
}
