import { findPeople } from '#features/people/server/find-people.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, url }) => findPeople(ctx, url.searchParams);
