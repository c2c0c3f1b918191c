import { asc, eq } from 'drizzle-orm';
import { BODY_KINDS, kindsBelow } from '../rules.ts';
import { pageOf, placesAsked, placesBelow, worthListing } from './places-page.ts';
import { bodies, scopes } from './schema.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/** What the page of the places shows: a page of those below, the bodies and the contact of this one. */
export async function showPlaces(ctx: Context, query = new URLSearchParams()) {
	const { read, scope } = ctx;
	authorize(ctx, 'scope.manage', { scopeId: scope.id });
	const asked = placesAsked(query);
	const [own] = await read
		.select({ contact: scopes.contact, place: scopes.place })
		.from(scopes)
		.where(eq(scopes.id, scope.id));
	const below = await placesBelow(read, scope, asked, worthListing(scope));
	return {
		here: { slug: scope.slug, name: scope.name, kind: scope.kind, place: own?.place ?? null },
		below: pageOf(below, asked),
		bodies: await read
			.select({ id: bodies.id, name: bodies.name, kind: bodies.kind })
			.from(bodies)
			.where(eq(bodies.scopeId, scope.id))
			.orderBy(asc(bodies.name)),
		contact: own?.contact ?? null,
		kinds: kindsBelow(scope.kind),
		bodyKinds: BODY_KINDS
	};
}
