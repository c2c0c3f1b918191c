import { ORIGINS, STANCES, type Origin, type Stance } from './rules.ts';

export const SORTS = ['supported', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

/** In which order a reader wants a panel, and which of it. */
export type Sieve = {
	readonly sort: Sort;
	/** Null: whatever it is. */
	readonly stance: Stance | null;
	/** In the order of ORIGINS; all of them when none was chosen. */
	readonly origins: readonly Origin[];
	/** From 1. */
	readonly page: number;
};

/** What a reader asked for in the address. Anything that is not on our lists is not heard. */
export function sieveFrom(query: URLSearchParams): Sieve {
	const wanted = query.getAll('origin');
	const origins = ORIGINS.filter((origin) => wanted.includes(origin));
	const page = Number(query.get('page') ?? '1');
	return {
		sort: SORTS.find((sort) => sort === query.get('sort')) ?? 'supported',
		stance: STANCES.find((stance) => stance === query.get('stance')) ?? null,
		origins: origins.length > 0 ? origins : ORIGINS,
		page: Number.isSafeInteger(page) && page > 0 ? page : 1
	};
}

/** Whether some contributions are left out: then they stand in one list, and not in threads. */
export const isPartial = ({ stance, origins }: Sieve): boolean =>
	stance !== null || origins.length < ORIGINS.length;

/** The address of the same view, `?sort=newest&page=2`; empty for the view nobody chose. */
export function queryOf(sieve: Sieve, page = sieve.page): string {
	const query = new URLSearchParams();
	if (sieve.sort !== 'supported') query.set('sort', sieve.sort);
	if (sieve.stance) query.set('stance', sieve.stance);
	if (sieve.origins.length < ORIGINS.length)
		for (const origin of sieve.origins) query.append('origin', origin);
	if (page > 1) query.set('page', String(page));
	return query.toString();
}

const FOCUS_KINDS = ['at', 'reply', 'edit', 'withdraw', 'history'] as const;

/** The contribution that an address points at, and for what. */
export type Focus = { readonly kind: (typeof FOCUS_KINDS)[number]; readonly id: string };

export function focusFrom(query: URLSearchParams): Focus | null {
	for (const kind of FOCUS_KINDS) {
		const id = query.get(kind);
		if (id) return { kind, id: id.slice(0, 40) };
	}
	return null;
}

/** The address of the view from which something was withdrawn: nothing is left to point at. */
export function addressWithout(url: URL): string {
	const query = [queryOf(sieveFrom(url.searchParams)), 'withdrawn'].filter(Boolean).join('&');
	return `${url.pathname}?${query}`;
}

/**
 * The address of the view from which a form was sent, pointing at a contribution: where the answer
 * to the form leads. A list that leaves things out stays that list; else the page is the one on
 * which the contribution stands by then.
 */
export function addressAt(url: URL, id: string): string {
	const sieve = sieveFrom(url.searchParams);
	const query = isPartial(sieve)
		? queryOf(sieve)
		: [queryOf(sieve, 1), `at=${encodeURIComponent(id)}`].filter(Boolean).join('&');
	return `${url.pathname}?${query}#r${encodeURIComponent(id)}`;
}
