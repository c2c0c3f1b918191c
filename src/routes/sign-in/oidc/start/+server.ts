import { redirect } from '@sveltejs/kit';
import { localPath } from '#features/people/local-path.ts';
import { keepJourney } from '#features/sign-on/journey.ts';
import { requireProvider } from '#features/sign-on/server/provider.ts';
import { startSignOn } from '#features/sign-on/server/start-sign-on.ts';
import { pageOf } from '#features/sign-on/where-next.ts';
import type { RequestHandler } from './$types.ts';

/**
 * Sends a browser to the provider, to come in or with `confirm` to show anew who they are. By a link:
 * our policy for content lets no form end at another website. It changes nothing.
 */
export const GET: RequestHandler = async ({ locals, cookies, url }) => {
	const provider = requireProvider(locals.provider);
	const { searchParams: asked } = url;
	const back = localPath(asked.get('back'));
	const confirm = asked.has('confirm') ? { back, stay: asked.has('stay') } : null;
	const location = await startSignOn(locals.ctx, provider, url, confirm).then(
		({ journey, address }) => {
			keepJourney(cookies, url, journey);
			return address;
		},
		(problem: unknown) => pageOf(confirm, problem)
	);
	redirect(303, location, { external: true });
};
