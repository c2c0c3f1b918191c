import { editionIn } from '#features/reports/edition-number.ts';
import { reportJson } from '#features/reports/report-json.ts';
import { exportReport } from '#features/reports/server/show-report.ts';
import type { RequestHandler } from './$types.ts';

/** The very bytes that were hashed, as long as every word in them may be read. */
export const GET: RequestHandler = async ({ locals: { ctx, text }, params, url }) => {
	const edition = await exportReport(ctx, params.consultation, editionIn(url.searchParams));
	return new Response(reportJson(edition, text), {
		headers: {
			'content-type': 'application/json',
			'content-disposition': `attachment; filename="${params.consultation}-${String(edition.number)}.json"`
		}
	});
};
