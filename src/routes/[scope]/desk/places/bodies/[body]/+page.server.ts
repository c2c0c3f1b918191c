import { redirect } from '@sveltejs/kit';
import { appointMember } from '#features/people/server/appoint-member.ts';
import { endSeat } from '#features/people/server/end-seat.ts';
import { makeSignInCode } from '#features/people/server/make-sign-in-code.ts';
import { showBody } from '#features/people/server/show-body.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params, url }) =>
	showBody(ctx, params.body, url.searchParams);

export const actions: Actions = {
	appoint: submit(async ({ locals: { ctx }, params, url }, form) => {
		await appointMember(ctx, params.body, Object.fromEntries(form));
		redirect(303, url.pathname);
	}),
	code: submit(async ({ locals: { ctx } }, form) => {
		const person = form.get('person');
		return { made: { code: await makeSignInCode(ctx, { person }), person } };
	}),
	end: submit(async ({ locals: { ctx }, params, url }, form) => {
		await endSeat(ctx, params.body, Object.fromEntries(form));
		redirect(303, url.pathname);
	})
};
