import { editionIn } from '#features/reports/edition-number.ts';
import { reportMarkdown } from '#features/reports/report-markdown.ts';
import { exportReport } from '#features/reports/server/show-report.ts';
import type { RequestHandler } from './$types.ts';

export const GET: RequestHandler = async ({ locals: { ctx, text }, params, url }) => {
	const wanted = editionIn(url.searchParams);
	const { document, number } = await exportReport(ctx, params.consultation, wanted);
	return new Response(reportMarkdown(document, text), {
		headers: {
			'content-type': 'text/markdown; charset=utf-8',
			'content-disposition': `attachment; filename="${params.consultation}-${String(number)}.md"`
		}
	});
};
