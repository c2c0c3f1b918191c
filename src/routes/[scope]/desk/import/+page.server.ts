import { redirect } from '@sveltejs/kit';
import { addGroups } from '#features/imports/server/add-groups.ts';
import { readHeaders } from '#features/imports/server/read-headers.ts';
import { showImport } from '#features/imports/server/show-import.ts';
import { startImport } from '#features/imports/server/start-import.ts';
import { MOST_OF_LIST } from '#kernel/lengths.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx } }) => showImport(ctx);

export const actions: Actions = {
	headers: submit(async ({ locals: { ctx } }, form) => {
		return { headers: await readHeaders(ctx, form.get('file'), Object.fromEntries(form)) };
	}, MOST_OF_LIST),
	read: submit(async ({ locals: { ctx }, url }, form) => {
		const run = await startImport(ctx, form.get('file'), Object.fromEntries(form));
		await run.soon();
		redirect(303, `${url.pathname}/${run.id}`);
	}, MOST_OF_LIST),
	groups: submit(async ({ locals: { ctx } }, form) => ({
		groups: await addGroups(ctx, Object.fromEntries(form))
	}))
};
