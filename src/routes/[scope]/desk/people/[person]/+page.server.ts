import { redirect } from '@sveltejs/kit';
import { decideAccess } from '#features/people/server/decide-access.ts';
import { showPerson } from '#features/people/server/show-person.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) => showPerson(ctx, params.person);

export const actions: Actions = {
	decide: submit(async ({ locals: { ctx }, params, url }, form) => {
		await decideAccess(ctx, { ...Object.fromEntries(form), person: params.person });
		redirect(303, `${url.pathname}#decisions`);
	})
};
