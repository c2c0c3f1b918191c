import { editionIn } from '#features/reports/edition-number.ts';
import { reportCsv } from '#features/reports/report-csv.ts';
import { exportReport } from '#features/reports/server/show-report.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = async ({ locals: { ctx, text }, params, url }) => {
	const wanted = editionIn(url.searchParams);
	const { document, number } = await exportReport(ctx, params.consultation, wanted);
	return new Response(reportCsv(document, text), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${params.consultation}-${String(number)}.csv"`
		}
	});
};
