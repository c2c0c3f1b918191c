import { ORIGIN } from '$app/env/private';
import { redirect } from '@sveltejs/kit';
import { addLateRight } from '#features/electorate/server/add-late-right.ts';
import { blockCode } from '#features/electorate/server/block-code.ts';
import { issueCodes } from '#features/electorate/server/issue-codes.ts';
import { replaceCode } from '#features/electorate/server/replace-code.ts';
import { showCodes } from '#features/electorate/server/show-codes.ts';
import { mailParents } from '#features/invitations/server/mail-parents.ts';
import { showMailing } from '#features/invitations/server/show-mailing.ts';
import { showLetter } from '#features/letters/server/show-letter.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	...(await showCodes(ctx, params.consultation, url.searchParams)),
	letter: await showLetter(ctx, params.consultation),
	mailing: await showMailing(ctx, params.consultation),
	pressed: url.searchParams.has('mailed'),
	origin: ORIGIN || url.origin
});

/** The page of the list that a form stood on. */
function listOf({ pathname, searchParams }: URL): string {
	const kept = [...searchParams].filter(([name]) => ['q', 'after'].includes(name));
	return `${pathname}?${String(new URLSearchParams(kept))}`;
}

/** The codes come back with the page that asked for them: they are shown this once, and never kept. */
export const actions: Actions = {
	issue: submit(async ({ locals: { ctx }, params }, form) => ({
		letters: await issueCodes(ctx, params.consultation, Object.fromEntries(form))
	})),
	replace: submit(async ({ locals: { ctx }, params }, form) => ({
		letters: [await replaceCode(ctx, params.consultation, Object.fromEntries(form))]
	})),
	block: submit(async ({ locals: { ctx }, params, url }, form) => {
		await blockCode(ctx, params.consultation, Object.fromEntries(form));
		redirect(303, `${listOf(url)}#replace`);
	}),
	mail: submit(async ({ locals, params, url }) => {
		await mailParents(locals.ctx, params.consultation, locals);
		locals.nudge();
		redirect(303, `${url.pathname}?mailed#mail`);
	}),
	late: submit(async ({ locals: { ctx }, params, url }, form) => {
		await addLateRight(ctx, params.consultation, Object.fromEntries(form));
		redirect(303, `${url.pathname}#make`);
	})
};
