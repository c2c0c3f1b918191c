import { showHome } from '#features/launch/server/show-home.ts';
import { latestOutcomes } from '#features/reports/server/queries.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const home = await showHome(ctx, url.searchParams);
	return { ...home, outcomes: await latestOutcomes(ctx.read, [ctx.scope.id]) };
};
