import { isRedirect, type RequestEvent } from '@sveltejs/kit';
import { headerOf } from '#features/people/server/sessions.ts';
import { arrive, localeOf } from './arrival.server.ts';
import type { Done, Order } from './entry/application.ts';
import { actions as onPanel } from './routes/[scope]/consultations/[consultation]/panels/[panel]/+page.server.ts';
import { actions as onPoll } from './routes/[scope]/consultations/[consultation]/polls/[poll]/+page.server.ts';
import type { Services } from './services.server.ts';

type Action = (event: RequestEvent) => unknown;
const actionsOf = (actions: object) => new Map(Object.entries(actions) as [string, Action][]);

/** The pages whose forms may go the short way. */
const PAGES = new Map([
	['polls', { param: 'poll', actions: actionsOf(onPoll) }],
	['panels', { param: 'panel', actions: actionsOf(onPanel) }]
]);
const ADDRESS = /^\/([\w-]+)\/consultations\/([\w-]+)\/(polls|panels)\/([\w-]+)$/;
const ACTION = /^\?\/(\w+)/;
const COOKIE = /([^=;\s]+)=([^;\s]*)/g;

/** The action that a form asks for, and the names in its address. */
function find({ pathname, search }: URL) {
	const [, scope = '', consultation = '', kind = '', name = ''] = ADDRESS.exec(pathname) ?? [];
	const page = PAGES.get(kind);
	const action = page?.actions.get(ACTION.exec(search)?.[1] ?? '');
	return page && action && { action, params: { scope, consultation, [page.param]: name } };
}

/** Of two with one name the first counts, as on the long way. */
const cookiesIn = (header: string): ReadonlyMap<string, string> =>
	new Map([...header.matchAll(COOKIE)].reverse().map(([, name = '', value = '']) => [name, value]));

/**
 * Runs the action of a page for somebody who is signed in; see entry/lane.ts. Of its event the
 * action gets what those of these pages ask for: the context, the names in the address, the form.
 * Only what ends in going elsewhere is done; anything else is for the page to tell.
 */
export async function take(services: Services, { url, form, ...asked }: Order): Promise<Done> {
	const found = find(url);
	if (!found) return {};
	const cookies = cookiesIn(asked.cookies);
	const { ctx, session, noSuchPlace } = await arrive(services, {
		token: cookies.get(services.sessions.cookieName),
		route: '/[scope]/consultations/[consultation]',
		place: found.params.scope,
		locale: localeOf(cookies.get('language'), asked.languages),
		address: () => {
			throw new Error('Where a form came from is known on the long way only');
		}
	});
	const cookie = session?.renewed ? { cookie: headerOf(session.renewed) } : {};
	if (!session || noSuchPlace) return cookie;

	const formData = new FormData();
	for (const [name, value] of form) formData.append(name, value);
	// how long it is was seen to at the entry
	const request = { headers: new Headers(), formData: () => Promise.resolve(formData) };
	const event = { locals: { ctx }, params: found.params, url, request };
	try {
		await found.action(event as unknown as RequestEvent);
		return cookie;
	} catch (error) {
		return isRedirect(error) ? { ...cookie, location: error.location } : cookie;
	}
}
