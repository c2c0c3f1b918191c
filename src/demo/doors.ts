import { type Cast, placeOf, type Stage } from './cast.ts';
import { PEOPLE, SPEAKERS } from './region.ts';
import type { Telling } from './telling.ts';
import { insertSignInCode } from '#features/people/server/make-sign-in-code.ts';
import { makeSignInLink } from '#features/people/server/make-sign-in-link.ts';

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

/** The place where a consultation is open, and how many of its parents get a door. */
const OPEN_PLACE = 'zilverpad';
const PARENTS = 12;

/** Makes the codes of those who work here, and picks parents who can still answer. */
export async function makeDoors(
	stage: Stage,
	cast: Cast,
	tellings: readonly Telling[],
	now: Date
): Promise<DemoDoor[]> {
	return [
		...(await staffDoors(stage, cast, now)),
		...(await parentDoors(stage, cast, tellings, now))
	];
}

async function staffDoors({ store, seal }: Stage, cast: Cast, now: Date): Promise<DemoDoor[]> {
	const doors: DemoDoor[] = [];
	for (const persona of PEOPLE) {
		if (!('code' in persona)) continue;
		const { name, roles, at, code, does } = persona;
		const path = `/${at}/desk`;
		const personId = cast.personas.get(name) ?? '';
		await store.write((tx) =>
			insertSignInCode(tx, { seal, now }, { personId, code, returnTo: path })
		);
		doors.push({ who: name, role: roles[0], place: placeOf(cast, at).name, code, path, does });
	}
	return doors;
}

async function parentDoors(
	{ store }: Stage,
	cast: Cast,
	tellings: readonly Telling[],
	now: Date
): Promise<DemoDoor[]> {
	const open = tellings.find(({ story }) => story.place === OPEN_PLACE);
	if (!open) return [];
	const place = placeOf(cast, OPEN_PLACE).name;
	const path = `/${OPEN_PLACE}/consultations/${open.story.plan.slug}`;
	const waiting = open.away.filter(({ id, name }) => open.codes.has(id) && !SPEAKERS.has(name));
	const doors = waiting.slice(0, PARENTS).map(({ id }, nth): DemoDoor => ({
		who: `ouder ${String(nth + 1)}`,
		role: 'parent',
		place,
		code: (open.codes.get(id) ?? '').replace('-', ''),
		path,
		does: { nl: 'ouder die nog kan stemmen', en: 'parent who can still vote' }
	}));
	const last = waiting[PARENTS];
	if (!last) return doors;
	const token = await store.write((tx) =>
		makeSignInLink(tx, now, { personId: last.id, returnTo: path })
	);
	const link: DemoDoor = {
		who: `ouder ${String(PARENTS + 1)}`,
		role: 'parent',
		place,
		code: '',
		path: `/join/${token}`,
		does: { nl: 'ouder met een link die één keer werkt', en: 'parent with a link that works once' }
	};
	return [...doors, link];
}
