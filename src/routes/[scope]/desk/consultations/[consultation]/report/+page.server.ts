import { redirect } from '@sveltejs/kit';
import { publishReport } from '#features/reports/server/publish-report.ts';
import { showReportDesk } from '#features/reports/server/show-desk.ts';
import { writeReport } from '#features/reports/server/write-report.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx }, params }) =>
	showReportDesk(ctx, params.consultation);

export const actions: Actions = {
	save: submit(async ({ locals: { ctx }, params }, form) => {
		await writeReport(ctx, params.consultation, form);
		redirect(303, '?saved');
	}),
	publish: submit(async ({ locals: { ctx }, params }, form) => {
		await publishReport(ctx, params.consultation, form);
		redirect(303, `/${params.scope}/consultations/${params.consultation}/report`);
	})
};
