import { showSignOn } from '#features/sign-on/server/show-problem.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { provider }, url }) => showSignOn(provider, url);
