import { showEvening } from '#features/evenings/server/show-evening.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showEvening(ctx, params.consultation, params.evening);
