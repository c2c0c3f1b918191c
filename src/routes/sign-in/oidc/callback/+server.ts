import { redirect } from '@sveltejs/kit';
import { takeJourney, type Journey } from '#features/sign-on/journey.ts';
import { confirmByProvider } from '#features/sign-on/server/confirm-by-provider.ts';
import { enterByProvider } from '#features/sign-on/server/enter-by-provider.ts';
import { requireProvider } from '#features/sign-on/server/provider.ts';
import { afterwards, pageOf } from '#features/sign-on/where-next.ts';
import type { RequestEvent, RequestHandler } from './$types.ts';

/** Goes on at once, whatever comes of it: what stands in this address serves once. */
export const GET: RequestHandler = async (event) => {
	const journey = takeJourney(event.cookies, event.url);
	const location = await goOn(event, journey).catch((problem: unknown) =>
		pageOf(journey?.confirm ?? null, problem)
	);
	redirect(303, location);
};

async function goOn({ locals, url }: RequestEvent, journey: Journey | null): Promise<string> {
	const { ctx } = locals;
	const provider = requireProvider(locals.provider);
	if (journey?.confirm) {
		await locals.proved(await confirmByProvider(ctx, provider, journey, url));
		return afterwards(journey.confirm);
	}
	const { personId, returnTo, shown } = await enterByProvider(ctx, provider, journey, url);
	await locals.signIn(personId, shown);
	return returnTo;
}
