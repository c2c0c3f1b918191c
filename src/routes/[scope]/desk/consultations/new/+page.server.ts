import { redirect } from '@sveltejs/kit';
import { draftForm } from '#features/consultations/input.ts';
import { draftConsultation } from '#features/consultations/server/draft-consultation.ts';
import { showNew } from '#features/launch/server/show-new.ts';
import { submit } from '#kernel/server/submit.ts';
import type { Actions, PageServerLoad } from './$types.ts';

export const load: PageServerLoad = ({ locals: { ctx } }) => showNew(ctx);

export const actions: Actions = {
	draft: submit(async ({ locals: { ctx }, params }, form) => {
		const { slug } = await draftConsultation(ctx, draftForm(form));
		redirect(303, `/${params.scope}/desk/consultations/${slug}`);
	})
};
