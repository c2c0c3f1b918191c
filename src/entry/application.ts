/**
 * Where the application and the entry meet: they are bundled apart but run in one process, so the
 * one leaves here what the other may ask of it.
 */

/** A form as it came in: what is needed of a request to do what it asks. */
export type Order = {
	readonly url: URL;
	readonly cookies: string;
	readonly languages: string | null;
	readonly form: URLSearchParams;
};

/** What became of it: where to go next, if it was done, and the cookie to set, if any. */
export type Done = { readonly location?: string; readonly cookie?: string };

export type Application = {
	/** How much has happened so far; rises with everything that a guest may see. */
	version(): Promise<number>;
	/** Does what a form asks, without the frame of a page. Not done: then nothing was changed. */
	take(order: Order): Promise<Done>;
};

const PLACE = Symbol.for('samenspraak.application');
type Shared = { [PLACE]?: Application | null };

export const publish = (application: Application | null): void => {
	(globalThis as Shared)[PLACE] = application;
};

/** Null before the application has started, and after it has stopped. */
export const application = (): Application | null => (globalThis as Shared)[PLACE] ?? null;
