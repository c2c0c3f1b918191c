import { redirect } from '@sveltejs/kit';
import { enterCode } from '#features/electorate/server/enter-code.ts';
import { dropHelpdesk, helpdeskIn, resetPreferences } from '#features/helpdesk/helpdesk-cookie.ts';
import { closeHelpdesk } from '#features/helpdesk/server/close-helpdesk.ts';
import { handOver } from '#features/helpdesk/server/hand-over.ts';
import { replaceAtDesk } from '#features/helpdesk/server/replace-at-desk.ts';
import { searchParents } from '#features/helpdesk/server/search-parents.ts';
import { showParent } from '#features/helpdesk/server/show-parent.ts';
import { isUnlocked, useHelpdesk } from '#features/helpdesk/server/use-helpdesk.ts';
import { textIn } from '#kernel/form.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx }, cookies, url }) => {
	if (!(await isUnlocked(ctx, helpdeskIn(cookies, url)))) redirect(303, '/helpdesk');
};

export const actions: Actions = {
	name: submit(async ({ locals: { ctx }, cookies, url }, form) => {
		const token = helpdeskIn(cookies, url);
		return { search: await searchParents(ctx, token, Object.fromEntries(form)) };
	}),
	code: submit(async ({ locals: { ctx }, cookies, url }, form) => {
		const token = helpdeskIn(cookies, url);
		await useHelpdesk(ctx, token);
		const { personId } = await enterCode(ctx, textIn(form, 'code'));
		return { parent: await showParent(ctx, token, { person: personId }) };
	}),
	choose: submit(async ({ locals: { ctx }, cookies, url }, form) => {
		const token = helpdeskIn(cookies, url);
		return { parent: await showParent(ctx, token, Object.fromEntries(form)) };
	}),
	replace: submit(({ locals: { ctx }, cookies, url }, form) =>
		replaceAtDesk(ctx, helpdeskIn(cookies, url), Object.fromEntries(form))
	),
	hand: submit(async ({ locals, cookies, url }, form) => {
		const token = helpdeskIn(cookies, url);
		const handed = await handOver(locals.ctx, token, Object.fromEntries(form));
		await locals.handOver(handed.personId);
		resetPreferences(cookies, url, handed.language);
		redirect(303, `/helpdesk/welcome?to=${encodeURIComponent(handed.leadsTo)}`);
	}),
	close: submit(async ({ locals: { ctx }, cookies, url }) => {
		await closeHelpdesk(ctx, helpdeskIn(cookies, url));
		dropHelpdesk(cookies, url);
		redirect(303, '/helpdesk');
	})
};
