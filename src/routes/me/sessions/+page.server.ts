import { redirect } from '@sveltejs/kit';
import { endHelpdesk, endHelpdesks } from '#features/helpdesk/server/close-helpdesk.ts';
import { listOwnHelpdesks } from '#features/helpdesk/server/show-helpdesks.ts';
import { endSession } from '#features/people/server/end-session.ts';
import { endSessions } from '#features/people/server/end-sessions.ts';
import { showSessions } from '#features/people/server/show-sessions.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	sessions: await showSessions(ctx),
	helpdesks: await listOwnHelpdesks(ctx)
});

export const actions: Actions = {
	end: submit(async ({ locals: { ctx } }, form) => {
		await endSession(ctx, textIn(form, 'session'));
		redirect(303, '/me/sessions');
	}),
	endHelpdesk: submit(async ({ locals: { ctx } }, form) => {
		await endHelpdesk(ctx, textIn(form, 'helpdesk'));
		redirect(303, '/me/sessions');
	}),
	everywhere: submit(async ({ locals }) => {
		await endHelpdesks(locals.ctx);
		await endSessions(locals.ctx);
		await locals.signOut();
		redirect(303, '/');
	})
};
