import { CHANNELS, type Channel } from '#features/consultations/ground-rules.ts';

/** Which pieces the workbench shows. It stands in the address, so that it survives every deed. */
export type Filter = {
	readonly origin: Channel | null;
	/** `none`: those without a theme; otherwise the id of the theme they belong to. */
	readonly theme: string | null;
	/** From 1 on. */
	readonly page: number;
};

export function readFilter(params: URLSearchParams): Filter {
	const origin = CHANNELS.find((channel) => channel === params.get('origin')) ?? null;
	const page = Number(params.get('page'));
	return {
		origin,
		theme: params.get('of') || null,
		page: Number.isSafeInteger(page) && page > 0 ? page : 1
	};
}

/** The filter as a query, without `?`; empty when everything shows. */
export function writeFilter({ origin, theme, page }: Filter): string {
	const params = new URLSearchParams();
	if (origin) params.set('origin', origin);
	if (theme) params.set('of', theme);
	if (page > 1) params.set('page', String(page));
	return params.toString();
}
