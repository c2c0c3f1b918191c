import { redirect } from '@sveltejs/kit';
import { keepHelpdesk } from '#features/helpdesk/helpdesk-cookie.ts';
import { openHelpdesk } from '#features/helpdesk/server/open-helpdesk.ts';
import { showOpening } from '#features/helpdesk/server/show-helpdesks.ts';
import { deviceOf } from '#features/people/device.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx } }) => showOpening(ctx);

export const actions: Actions = {
	open: submit(async ({ locals, cookies, url, request }, form) => {
		const device = deviceOf(request.headers.get('user-agent'));
		const token = await openHelpdesk(locals.ctx, device, Object.fromEntries(form));
		await locals.signOut();
		keepHelpdesk(cookies, url, token);
		redirect(303, '/helpdesk');
	})
};
