import { redirect } from '@sveltejs/kit';
import { changeContact } from '#features/scopes/server/change-contact.ts';
import { createBody } from '#features/scopes/server/create-body.ts';
import { createScope } from '#features/scopes/server/create-scope.ts';
import { showPlaces } from '#features/scopes/server/show-places.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, url }) => showPlaces(ctx, url.searchParams);

export const actions: Actions = {
	place: submit(async ({ locals: { ctx }, url }, form) => {
		await createScope(ctx, Object.fromEntries(form));
		redirect(303, `${url.pathname}#below`);
	}),
	body: submit(async ({ locals: { ctx }, url }, form) => {
		await createBody(ctx, Object.fromEntries(form));
		redirect(303, `${url.pathname}#bodies`);
	}),
	contact: submit(async ({ locals: { ctx }, url }, form) => {
		await changeContact(ctx, Object.fromEntries(form));
		redirect(303, `${url.pathname}#contact`);
	})
};
