import { showEvenings } from '#features/evenings/server/show-evenings.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx } }) => showEvenings(ctx);
