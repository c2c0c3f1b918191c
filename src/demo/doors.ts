import type { Cast, Stage } from './cast.ts';
import type { Telling } from './telling.ts';

/** A way into the demonstration: somebody, what they sign in with, and what there is to do. */
export type DemoDoor = {
	readonly who: string;
	readonly role: string;
	readonly place: string;
	/** Empty for a link. */
	readonly code: string;
	/** Where to begin; for a link, the link itself. */
	readonly path: string;
	readonly does: { readonly nl: string; readonly en: string };
};

export async function makeDoors(
	stage: Stage,
	cast: Cast,
	tellings: readonly Telling[],
	now: Date
): Promise<DemoDoor[]> {
	return [];
}
