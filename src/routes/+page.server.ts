import { redirect } from '@sveltejs/kit';
import { listPlaces } from '#features/consultations/server/list-places.ts';
import { isEmpty } from '#features/people/server/set-up.ts';
import type { PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	if (await isEmpty(ctx.read)) redirect(303, '/setup');
	return { places: await listPlaces(ctx.read, url.searchParams) };
};
