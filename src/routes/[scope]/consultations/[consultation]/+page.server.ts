import { showConsultation } from '#features/launch/server/show-consultation.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showConsultation(ctx, params.consultation);
