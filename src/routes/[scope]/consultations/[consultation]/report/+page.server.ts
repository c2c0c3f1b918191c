import { showReport } from '#features/reports/server/show-report.ts';
import type { PageServerLoad } from './$types.ts';

/** `?edition=1` shows an earlier one. */
export const load: PageServerLoad = ({ locals: { ctx }, params, url }) => {
	const number = Number(url.searchParams.get('edition') ?? '');
	return showReport(
		ctx,
		params.consultation,
		Number.isInteger(number) && number > 0 ? number : undefined
	);
};
