/** The edition that an address asks for, `?edition=1`; undefined for the latest. */
export function editionIn(query: URLSearchParams): number | undefined {
	const number = Number(query.get('edition') ?? '');
	return Number.isInteger(number) && number > 0 ? number : undefined;
}
