import { editionIn } from '#features/reports/edition-number.ts';
import { showReport } from '#features/reports/server/show-report.ts';
import type { PageServerLoad } from './$types.ts';

/** `?edition=1` shows an earlier one. */
export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	showReport(ctx, params.consultation, editionIn(url.searchParams));
