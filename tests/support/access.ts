import { globSync } from 'node:fs';
import { join } from 'node:path';
import { isActionFailure, isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { nl } from '#i18n/nl/index.ts';
import { AppError } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';

type Handler = (event: RequestEvent) => unknown;
type Module = { readonly load?: Handler; readonly actions?: Readonly<Record<string, Handler>> };

/** One way into the application: a page that is read, an action of it, or a method of an endpoint. */
export type Way = {
	/** As the table of doors names it. */
	readonly name: string;
	readonly route: string;
	readonly run: Handler;
};

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'fallback'];

/** Every way in that the routes have. */
export async function waysIn(): Promise<Way[]> {
	const files = globSync('src/routes/**/{+page.server,+server}.ts').toSorted();
	const ways = await Promise.all(files.map(waysOf));
	return ways.flat();
}

async function waysOf(file: string): Promise<Way[]> {
	const route = file.replace(/^src\/routes/, '').replace(/\/\+(?:page\.)?server\.ts$/, '') || '/';
	const module = (await import(/* @vite-ignore */ join('..', '..', file))) as Module &
		Readonly<Record<string, Handler>>;
	const read = module.load ? [{ name: route, route, run: module.load }] : [];
	const actions = Object.entries(module.actions ?? {}).map(([action, run]) => ({
		name: `${route} ?/${action}`,
		route,
		run
	}));
	const methods = METHODS.flatMap((method) => {
		const run = module[method];
		return run ? [{ name: `${route} ${method}`, route, run }] : [];
	});
	return [...read, ...actions, ...methods];
}

export type Sent = {
	readonly params: Readonly<Record<string, string>>;
	readonly form: Readonly<Record<string, string>>;
};

/** Goes in by a way, as this person with this form, and says which status is answered. */
export async function statusOf(way: Way, ctx: Context, { params, form }: Sent): Promise<number> {
	const isRead = !way.name.includes(' ') || way.name.endsWith(' GET');
	const url = new URL(`http://localhost${way.route}`);
	const body = new FormData();
	for (const [name, value] of Object.entries(form)) body.set(name, value);
	const nothing = () => undefined;
	const event = {
		locals: {
			ctx,
			text: nl,
			theme: '',
			demoClock: false,
			noSuchPlace: false,
			setupKey: null,
			loadDemo: () => Promise.resolve([]),
			byMail: false,
			provider: null,
			nudge: nothing,
			signIn: () => Promise.resolve(),
			signOut: () => Promise.resolve(),
			handOver: () => Promise.resolve(),
			kiosk: null
		},
		params,
		url,
		route: { id: way.route },
		request: new Request(url, isRead ? {} : { method: 'POST', body }),
		cookies: { get: nothing, getAll: () => [], set: nothing, delete: nothing },
		setHeaders: nothing,
		getClientAddress: () => ctx.address,
		isDataRequest: false,
		depends: nothing,
		parent: () => Promise.resolve({})
	};
	try {
		const answer = await way.run(event as unknown as RequestEvent);
		if (answer instanceof Response || isActionFailure(answer)) return answer.status;
		return 200;
	} catch (error) {
		if (error instanceof AppError || isRedirect(error) || isHttpError(error)) return error.status;
		throw error;
	}
}
