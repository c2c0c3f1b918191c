import { listReports } from '#features/reports/server/queries.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	reports: await listReports(ctx.read, ctx.scope)
});
