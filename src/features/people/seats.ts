import type { Grant } from './rules.ts';
import type { BodyKind } from '#features/scopes/rules.ts';
import type { Day } from '#kernel/time.ts';

/** For whom somebody sits in a body. Pupils have no account. */
export const SECTIONS = ['parents', 'staff'] as const;
export type Section = (typeof SECTIONS)[number];

export const FUNCTIONS = ['chair', 'secretary'] as const;
export type SeatFunction = (typeof FUNCTIONS)[number];

/** From when to when a seat is held; both days count. */
export type Term = {
	readonly fromOn: Day;
	/** Null while no end is known. */
	readonly untilOn: Day | null;
	/** When it ended before its term: nothing of it counts any more. */
	readonly endedAt: Date | null;
};

export type SeatState = 'now' | 'later' | 'past';

/** Where a seat stands on a day. It is read off the calendar and stored nowhere. */
export function stateOf({ fromOn, untilOn, endedAt }: Term, today: Day): SeatState {
	if (endedAt !== null || (untilOn !== null && untilOn < today)) return 'past';
	return fromOn <= today ? 'now' : 'later';
}

/** Whether two terms share a day, while neither has ended. */
export const overlap = (a: Term, b: Term): boolean =>
	a.endedAt === null &&
	b.endedAt === null &&
	(b.untilOn === null || a.fromOn <= b.untilOn) &&
	(a.untilOn === null || b.fromOn <= a.untilOn);

/** The bodies whose members are the council of their place. A network and a team ask nobody anything. */
export const COUNCILS = ['mr', 'gmr', 'opr', 'parent-association'] as const satisfies BodyKind[];

export const isCouncil = (kind: BodyKind): boolean => COUNCILS.some((it) => it === kind);

/** What somebody was made, or the term of their seat in a council. */
export type Held = Grant & { readonly seat?: Term };

/**
 * What of all this counts on a day. A seat counts during its term, and only for who is something at
 * the place of its body or below: whoever leaves the school, or is kept out, sits in its council no
 * more.
 */
export function grantsOn(held: readonly Held[], today: Day): Grant[] {
	const made = held.filter(({ seat }) => !seat);
	const belongs = (path: string) => made.some((it) => it.path.startsWith(path));
	return held
		.filter(({ seat, path }) => !seat || (stateOf(seat, today) === 'now' && belongs(path)))
		.map(({ role, path, seat }) => ({ role, path, ...(seat && { hereOnly: true }) }));
}
