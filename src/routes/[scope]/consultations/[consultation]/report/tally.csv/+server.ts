import { reportCsv } from '#features/reports/report-csv.ts';
import { exportReport } from '#features/reports/server/show-report.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = async ({ locals: { ctx, text }, params }) => {
	const { document, number } = await exportReport(ctx, params.consultation);
	return new Response(reportCsv(document, text), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="${params.consultation}-${String(number)}.csv"`
		}
	});
};
