import {
	CLOCK,
	DATABASE_AUTH_TOKEN,
	DATABASE_URL,
	MAIL_FROM,
	OIDC_ACR,
	OIDC_CLIENT_ID,
	OIDC_CLIENT_SECRET,
	OIDC_ISSUER,
	OIDC_NAME,
	ORIGIN,
	PORT,
	SECOND_FACTOR,
	SECRET_KEY,
	SMTP_URL
} from '$app/env/private';
import { building } from '$app/env';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { max } from 'drizzle-orm';
import { breakOffImports } from '#features/imports/server/jobs.ts';
import { deviceOf } from '#features/people/device.ts';
import { sessionKind, type SessionKind } from '#features/people/rules.ts';
import { markJoined } from '#features/people/server/mark-way-in.ts';
import { allRolesOf } from '#features/people/server/queries.ts';
import type { Cookie } from '#features/people/server/sessions.ts';
import { isEmpty, setupKeyFor } from '#features/people/server/set-up.ts';
import { providerIn } from '#features/sign-on/settings.ts';
import { directionOf, loadCatalogue, localeFrom } from '#i18n/catalogue.ts';
import { AppError, Forbidden } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Store } from '#kernel/server/db.ts';
import { expectPage, keepPage, sendPage } from '#kernel/server/fragments.ts';
import { log } from '#kernel/server/log.ts';
import { journal } from '#kernel/server/schema.ts';
import type { Loop } from '#kernel/server/scheduler.ts';
import { isTrouble } from '#kernel/server/trouble.ts';
import { dayOf } from '#kernel/time.ts';
import { arrive, localeOf } from './arrival.server.ts';
import type { DemoDoor } from './demo/seed.ts';
import { publish } from './entry/application.ts';
import { EVERYWHERE, HTTPS_ONLY, PLAIN_PAGE } from './entry/headers.ts';
import { guard } from './guard.server.ts';
import { startJobs } from './jobs.server.ts';
import { take } from './lane.server.ts';
import { openServices, type Services } from './services.server.ts';

type Proof = Parameters<App.Locals['signIn']>[1];

let services: Services;
let jobs: Loop | null = null;
/** Opens the set-up page while there is nothing yet; the same in every process with one key. */
let setupKey: string | null = null;
const SETUP_SENTENCE = 'This database is empty. Open /setup and enter this key:';

export const init: ServerInit = async () => {
	if (building) return;
	services = await openServices({
		databaseUrl: DATABASE_URL,
		authToken: DATABASE_AUTH_TOKEN,
		secretKey: SECRET_KEY,
		clock: CLOCK,
		secure: ORIGIN.startsWith('https:'),
		secondFactor: SECOND_FACTOR,
		provider: providerIn({
			issuer: OIDC_ISSUER,
			clientId: OIDC_CLIENT_ID,
			clientSecret: OIDC_CLIENT_SECRET,
			name: OIDC_NAME,
			acr: OIDC_ACR
		}),
		mail: {
			smtpUrl: SMTP_URL,
			from: MAIL_FROM,
			origin: ORIGIN || `http://localhost:${String(PORT)}`
		}
	});
	const { store, seal } = services;
	// on a file there is no other process that could be reading a list
	if (store.kind === 'embedded') await store.write((tx) => breakOffImports(tx, services.now()));
	publish({ version: versionOf(store), take: (order) => take(services, order) });
	setupKey = (await isEmpty(store.read)) ? setupKeyFor(seal) : null;
	if (setupKey) process.stdout.write(`${SETUP_SENTENCE} ${setupKey}\n`);
	jobs = startJobs(services);
	process.once('sveltekit:shutdown', () => {
		publish(null);
		// a mail that is under way is written down as sent before the database closes
		void Promise.resolve(jobs?.stop()).then(() => services.store.close());
	});
};

/** The one font that every page needs at once; the others load when a letter asks for them. */
const TEXT_FONT = /atkinson-next-latin\.(?:[^/.]*\.)?woff2$/;

/** Where in a page its language is filled in: in these first characters. */
const HEAD = 200;

let loading: Promise<readonly DemoDoor[]> | null = null;
/** Whoever presses the button twice gets the answer to both. */
const loadDemo = () =>
	(loading ??= import('./demo/seed.ts')
		.then((demo) => demo.loadDemo(services))
		.finally(() => (loading = null)));

/** Who asks, where, and when: the Context that everything below this line is given. */
export const handle: Handle = async ({ event, resolve }) => {
	const refused = guard(event, ORIGIN);
	if (refused) return finish(refused, null, false);

	const { store, sessions } = services;
	const { cookies, request, params } = event;
	const token = cookies.get(sessions.cookieName);
	const locale = localeOf(cookies.get('language'), request.headers.get('accept-language'));
	const { ctx, session, kiosk, waiting, noSuchPlace } = await arrive(services, {
		token,
		route: event.route.id,
		place: params.scope,
		locale,
		address: () => event.getClientAddress()
	});
	const set = ({ name, value, attributes }: Cookie) => cookies.set(name, value, attributes);
	if (session?.renewed) set(session.renewed);
	event.locals.ctx = ctx;
	event.locals.kiosk = kiosk;
	event.locals.waiting = waiting;
	event.locals.noSuchPlace = noSuchPlace;
	const theme = cookies.get('theme') ?? '';
	event.locals.text = await loadCatalogue(locale);
	event.locals.theme = ['light', 'dark', 'contrast'].includes(theme) ? theme : '';
	event.locals.demoClock = CLOCK !== '';
	// somebody may have set it up meanwhile, here or in another process
	if (setupKey && !(await isEmpty(store.read))) setupKey = null;
	event.locals.setupKey = setupKey;
	event.locals.loadDemo = loadDemo;
	event.locals.byMail = services.mailer.works;
	event.locals.provider = services.provider;
	event.locals.nudge = () => jobs?.nudge();

	// A new session each time, and never two at once: the one before it ends.
	const begin = async (personId: string, kind: SessionKind, proof?: Proof) => {
		if (token) await sessions.end(token);
		await store.write((tx) => markJoined(tx, personId, ctx.now));
		const byProvider = typeof proof === 'object';
		const shown = byProvider
			? proof
			: { strong: proof === 'factor', confirmedAt: proof ? ctx.now : null };
		const beginning = {
			device: deviceOf(request.headers.get('user-agent')),
			beganOn: dayOf(ctx.now),
			...shown,
			// one that does not tell when they showed it cannot be asked to see to it again
			byProvider: byProvider && shown.confirmedAt !== null
		};
		set(await sessions.start(personId, kind, beginning));
	};
	event.locals.signIn = async (personId, proof) => {
		// the tablet of a school is nobody's own
		if (kiosk) throw new Forbidden('helpdesk.not-here');
		await begin(personId, sessionKind(await allRolesOf(store.read, personId)), proof);
	};
	event.locals.signInAsParent = async (personId) => {
		if (kiosk) throw new Forbidden('helpdesk.not-here');
		const isParent = sessionKind(await allRolesOf(store.read, personId)) === 'parent';
		await begin(personId, isParent ? 'parent' : 'as-parent');
	};
	event.locals.handOver = (personId) => begin(personId, 'kiosk');
	event.locals.proved = async (proof) => {
		const strong = proof === 'factor';
		const cookie = token && (await sessions.rotate(token, { strong, at: ctx.now }));
		if (cookie) set(cookie);
	};
	event.locals.signOut = async () => {
		if (token) set(await sessions.end(token));
	};

	// rights over others come once they show a second factor; what everybody sees needs none
	const isDesk = event.route.id?.startsWith('/[scope]/desk');
	// who came as a parent and has none cannot make one here: they are a parent
	const canShow = !session?.asParent || session.facts.confirmsBy === 'factor';
	if (waiting && canShow && isDesk && request.method === 'GET') {
		const location = `/confirm?back=${encodeURIComponent(event.url.pathname)}`;
		return finish(new Response(null, { status: 303, headers: { location } }), null, true);
	}

	expectPage(ctx);
	const answer = await resolve(noSuchPlace ? looking(event) : event, {
		preload: ({ type, path }) => type === 'css' || (type === 'font' && TEXT_FONT.test(path)),
		transformPageChunk: ({ html }) => {
			// only the first line has something to fill in; the rest may be a long thread
			const head = html.slice(0, HEAD);
			const filled = head
				.replace('%lang%', locale)
				.replace('%dir%', directionOf(locale))
				.replace('%theme%', event.locals.theme ? `data-theme="${event.locals.theme}"` : '');
			return keepPage(ctx, filled + html.slice(HEAD));
		}
	});
	return finish(sendPage(ctx, answer), event.route.id, session !== null || kiosk !== null);
};

/** Where there is no place nothing is done: whoever sends something is answered as if they looked. */
function looking(event: RequestEvent): RequestEvent {
	const { headers, method } = event.request;
	if (method === 'GET' || method === 'HEAD') return event;
	return { ...event, request: new Request(event.url, { headers }) };
}

/** What every answer carries: nothing guesses types, nothing leaks addresses, private stays so. */
function finish(response: Response, route: string | null, signedIn: boolean): Response {
	const { headers } = response;
	if (signedIn) headers.set('cache-control', 'private, no-store');
	else if (response.status === 200 && isForAll(route)) {
		headers.set('cache-control', 'no-cache');
		headers.set('vary', 'accept-language, cookie');
		headers.set('x-guest-cache', '10');
	}
	// what SvelteKit rendered has a policy already
	const isPage = headers.get('content-type')?.startsWith('text/html');
	if (isPage && !headers.has(POLICY)) headers.set(POLICY, PLAIN_PAGE);
	for (const [name, value] of Object.entries(EVERYWHERE))
		if (!headers.has(name)) headers.set(name, value);
	if (ORIGIN.startsWith('https:'))
		for (const [name, value] of Object.entries(HTTPS_ONLY)) headers.set(name, value);
	headers.delete('x-sveltekit-page');
	return response;
}

const POLICY = 'content-security-policy';

/** Pages that every guest sees alike; all but those with a secret or a form of one's own. */
const OWN =
	/^\/(setup|join|request|me|preferences|sign-in|sign-out|confirm|hooks|helpdesk)(\/|$)|\/desk/;
const isForAll = (route: string | null): boolean => route !== null && !OWN.test(route);

/** How much has happened, so that the entry knows when its copies for guests are old. */
function versionOf({ read }: Store): () => Promise<number> {
	const latest = read
		.select({ seq: max(journal.seq) })
		.from(journal)
		.prepare();
	return async () => (await latest.get())?.seq ?? 0;
}

/** What went wrong, in words for the reader. Anything but an AppError is a bug, and gets a number. */
export const handleError: HandleServerError = async ({ kind, error, event }) => {
	// whatever went wrong may have done so before there was a context
	const { ctx } = event.locals as Partial<App.Locals>;
	const locale = ctx?.locale ?? localeFrom(event.request.headers.get('accept-language'));
	const { reasons } = await loadCatalogue(locale);
	if (error instanceof AppError) return { status: error.status, message: reasons[error.reason] };
	if (kind === 'framework' && error.status === 404) return { message: reasons['not-found'] };
	if (kind !== 'unknown') return {};

	const id = newId();
	const trouble = isTrouble(error);
	log('error', {
		id,
		method: event.request.method,
		route: event.route.id ?? '',
		error: String(error)
	});
	if (error instanceof Error && error.stack) process.stderr.write(`[${id}] ${error.stack}\n`);
	return trouble ? { status: 503, message: reasons.busy, id } : { message: reasons.bug, id };
};
