import { editionIn } from '#features/reports/edition-number.ts';
import { runningHeads } from '#features/reports/running-heads.ts';
import { exportReport } from '#features/reports/server/show-report.ts';
import type { RequestHandler } from './$types.ts';

/** What every printed page of the report has in its margins. */
export const GET: RequestHandler = async ({ locals: { ctx, text }, params, url }) => {
	const report = await exportReport(ctx, params.consultation, editionIn(url.searchParams));
	return new Response(runningHeads(report, text), {
		headers: { 'content-type': 'text/css; charset=utf-8' }
	});
};
