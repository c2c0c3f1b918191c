import { exportRules } from '#features/launch/server/show-rules.ts';
import type { RequestHandler } from './$types.ts';

/** To the byte what was frozen: no line end is added, so that `sha256sum` gives the fingerprint. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
	new Response(await exportRules(ctx, params.consultation), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="rules.json"'
		}
	});
