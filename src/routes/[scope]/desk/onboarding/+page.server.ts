import { showReach } from '#features/onboarding/server/show-reach.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx } }) => showReach(ctx);
