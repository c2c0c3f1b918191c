import { BOUNCE_KEY } from '$app/env/private';
import { recordBounce } from '#features/mails/server/record-bounce.ts';
import type { RequestHandler } from './$types.ts';

/** A machine tells of a mail that came back; see docs/mail.md. */
export const POST: RequestHandler = async ({ locals, request }) => {
	const signature = request.headers.get('x-signature');
	await recordBounce(locals.ctx, BOUNCE_KEY, { body: await request.text(), signature });
	return new Response(null, { status: 204 });
};
