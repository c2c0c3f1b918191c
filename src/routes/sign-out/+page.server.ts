import { redirect } from '@sveltejs/kit';
import type { Actions } from './$types.ts';

export const actions: Actions = {
	default: async ({ locals }) => {
		await locals.signOut();
		redirect(303, '/');
	}
};
