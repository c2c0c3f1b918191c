import { redirect } from '@sveltejs/kit';
import {
	checkSchools,
	createSchools,
	showSchools
} from '#features/imports/server/create-schools.ts';
import { mailInvitation } from '#features/mails/server/mail-invitation.ts';
import { MOST_OF_LIST } from '#kernel/lengths.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx } }) => showSchools(ctx);

export const actions: Actions = {
	check: submit(async ({ locals: { ctx } }, form) => {
		const input = Object.fromEntries(form);
		return { checked: await checkSchools(ctx, form.get('file'), input), typed: input.list };
	}, MOST_OF_LIST),
	create: submit(async ({ locals, url }, form) => {
		const mail = locals.byMail ? mailInvitation : undefined;
		const input = Object.fromEntries(form);
		const { schools, roles, mailed } = await createSchools(locals.ctx, null, input, mail);
		locals.nudge();
		const made = { schools, roles, mailed };
		const counts = Object.entries(made).map(([what, n]) => [what, String(n)]);
		redirect(303, `${url.pathname}?${String(new URLSearchParams(counts))}`);
	}, MOST_OF_LIST)
};
