import { redirect } from '@sveltejs/kit';
import { dropHelpdesk, helpdeskIn, resetPreferences } from '#features/helpdesk/helpdesk-cookie.ts';
import { lockHelpdesk } from '#features/helpdesk/server/lock-helpdesk.ts';
import { useHelpdesk } from '#features/helpdesk/server/use-helpdesk.ts';
import { unlockHelpdesk } from '#features/helpdesk/server/unlock-helpdesk.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

/**
 * The locked screen. Whoever comes here, by the button, by the clock or by going back, leaves nothing
 * of who was here: they are signed out, and the browser forgets what it kept.
 */
export const load: PageServerLoad = async ({ locals, cookies, url, setHeaders }) => {
	const token = helpdeskIn(cookies, url);
	const helpdesk = await lockHelpdesk(locals.ctx, token);
	if (token !== '' && !helpdesk) dropHelpdesk(cookies, url);
	if (helpdesk || locals.kiosk) {
		await locals.signOut();
		resetPreferences(cookies, url, helpdesk?.locale ?? null);
		// what was said so far was said in the language of the one before
		if (locals.kiosk) redirect(303, '/helpdesk');
		setHeaders({ 'clear-site-data': '"cache", "storage"' });
	}
	return { helpdesk: helpdesk && { school: helpdesk.school } };
};

export const actions: Actions = {
	unlock: submit(async ({ locals: { ctx }, cookies, url }, form) => {
		await unlockHelpdesk(ctx, helpdeskIn(cookies, url), Object.fromEntries(form));
		redirect(303, '/helpdesk/find');
	}),
	/** The button of the parent; the screen that they come to does the rest. */
	done: () => redirect(303, '/helpdesk'),
	/** Asked while somebody touches the screen: a parent, whose session moves on, or the helper. */
	stay: submit(async ({ locals: { ctx, kiosk }, cookies, url }) => {
		if (!kiosk) await useHelpdesk(ctx, helpdeskIn(cookies, url));
	})
};
