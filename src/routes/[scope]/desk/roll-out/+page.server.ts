import { showRollOut } from '#features/onboarding/server/show-roll-out.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, url }) =>
	showRollOut(ctx, url.searchParams);
