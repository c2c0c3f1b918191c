import type { Calendar } from './calendar.ts';
import { rolesIn } from '#features/people/server/queries.ts';
import type { Context, Scope } from '#kernel/server/context.ts';
import type { Store } from '#kernel/server/db.ts';
import type { Vault } from '#kernel/server/vault.ts';

/** What the demonstration needs of the running product. */
export type Stage = {
	readonly store: Store;
	readonly seal: (text: string) => string;
	readonly vault: Vault;
	readonly calendar: Calendar;
};

export type DemoParent = { readonly id: string; readonly name: string };

/** A family of a school, by the key that the school knows it by. */
export type DemoFamily = {
	readonly key: string;
	readonly school: string;
	readonly parents: readonly DemoParent[];
};

/** Everybody and every place of the demonstration, by name. */
export type Cast = {
	readonly places: ReadonlyMap<string, Scope>;
	readonly personas: ReadonlyMap<string, string>;
	readonly families: readonly DemoFamily[];
};

export function placeOf({ places }: Cast, slug: string): Scope {
	const place = places.get(slug);
	if (!place) throw new Error(`the demonstration has no place ${slug}`);
	return place;
}

/** The context of a request that this person makes there and then, with the roles they have. */
export async function as(
	{ store, seal, vault }: Omit<Stage, 'calendar'>,
	personId: string,
	scope: Scope,
	now: Date
): Promise<Context> {
	return {
		read: store.read,
		write: store.write,
		now,
		actor: { kind: 'person', personId },
		session: { id: '', strong: true, confirmedAt: now, confirmsBy: null },
		scope,
		roles: await rolesIn(store.read, personId, scope),
		locale: 'nl',
		seal,
		vault,
		address: 'demo'
	};
}

/** Who this is: a persona, or else a parent of that place. */
export function idOf(cast: Cast, name: string, place: string): string {
	const parent = parentsAt(cast, place).find((it) => it.name === name);
	const id = cast.personas.get(name) ?? parent?.id;
	if (!id) throw new Error(`the demonstration has nobody called ${name}`);
	return id;
}

/** The families of a school, or of every school below a place that is none. */
export function familiesAt(cast: Cast, place: string): readonly DemoFamily[] {
	const { path } = placeOf(cast, place);
	return cast.families.filter(({ school }) => placeOf(cast, school).path.startsWith(path));
}

export const parentsAt = (cast: Cast, place: string): DemoParent[] =>
	familiesAt(cast, place).flatMap(({ parents }) => parents);
