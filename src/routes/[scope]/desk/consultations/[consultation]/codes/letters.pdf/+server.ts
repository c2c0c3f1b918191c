import { ORIGIN } from '$app/env/private';
import { printLetters } from '#features/letters/server/print-letters.ts';
import type { RequestHandler } from './$types.ts';

/** The codes come from the page that shows them once; the file is made of them and kept nowhere. */
export const POST: RequestHandler = async ({ locals: { ctx }, params, request, url }) => {
	const form = Object.fromEntries(await request.formData());
	const pdf = await printLetters(ctx, params.consultation, form, ORIGIN || url.origin);
	return new Response(new Uint8Array(pdf), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': 'attachment; filename="brieven.pdf"',
			'cache-control': 'no-store'
		}
	});
};
