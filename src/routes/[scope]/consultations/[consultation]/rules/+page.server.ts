import { showRules } from '#features/launch/server/show-rules.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showRules(ctx, params.consultation);
