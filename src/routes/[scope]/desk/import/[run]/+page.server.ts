import { redirect } from '@sveltejs/kit';
import { applyImport } from '#features/imports/server/apply-import.ts';
import { cancelImport } from '#features/imports/server/cancel-import.ts';
import { showRun } from '#features/imports/server/show-run.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = async ({ locals: { ctx }, params, setHeaders }) => {
	const run = await showRun(ctx, params.run);
	// the page looks again by itself, also without a script
	if (run.isBusy) setHeaders({ refresh: '2' });
	return run;
};

export const actions: Actions = {
	apply: submit(async ({ locals: { ctx }, params, url }) => {
		await applyImport(ctx, params.run);
		redirect(303, url.pathname);
	}),
	cancel: submit(async ({ locals: { ctx }, params, url }) => {
		await cancelImport(ctx, params.run);
		redirect(303, url.pathname);
	})
};
