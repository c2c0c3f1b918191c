import { exportReport } from '#features/reports/server/show-report.ts';
import type { RequestHandler } from './$types.ts';

/** The very bytes that were hashed. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
	const edition = await exportReport(ctx, params.consultation);
	return new Response(edition.text, {
		headers: {
			'content-type': 'application/json',
			'content-disposition': `attachment; filename="${params.consultation}-${String(edition.number)}.json"`
		}
	});
};
