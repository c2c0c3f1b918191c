import { redirect } from '@sveltejs/kit';
import { mailInvitation } from '#features/mails/server/mail-invitation.ts';
import { addHouseholds, checkHouseholds } from '#features/people/server/add-households.ts';
import { invitePerson } from '#features/people/server/invite-person.ts';
import { makeSignInCode } from '#features/people/server/make-sign-in-code.ts';
import { removeRole } from '#features/people/server/remove-role.ts';
import { showPeople } from '#features/people/server/show-people.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx } }) => showPeople(ctx);

/** Secrets are in the answer to the form, once, and nowhere else. */
export const actions: Actions = {
	invite: submit(async ({ locals, url }, form) => {
		const { ctx, byMail } = locals;
		const mail = byMail ? mailInvitation : undefined;
		const { token, mailed, ended } = await invitePerson(ctx, Object.fromEntries(form), mail);
		locals.nudge();
		return { invited: { link: token && `${url.origin}/join/${token}`, mailed, ended } };
	}),
	code: submit(async ({ locals: { ctx } }, form) => {
		const person = form.get('person');
		return { made: { code: await makeSignInCode(ctx, { person }), person } };
	}),
	remove: submit(async ({ locals: { ctx }, url }, form) => {
		await removeRole(ctx, Object.fromEntries(form));
		redirect(303, `${url.pathname}#staff`);
	}),
	check: submit(async ({ locals: { ctx } }, form) => {
		const input = { list: form.get('list'), count: form.get('count') };
		return { checked: await checkHouseholds(ctx, input), input };
	}),
	households: submit(async ({ locals: { ctx } }, form) => ({
		added: await addHouseholds(ctx, Object.fromEntries(form))
	}))
};
