import { render } from 'svelte/server';
import type { Catalogue } from '#i18n/catalogue.ts';
import { newId } from '#kernel/ids.ts';
import type { Bytes } from '#kernel/server/fragments.ts';
import ActionsOfAll from '../components/ActionsOfAll.svelte';
import Thread from '../components/Thread.svelte';
import type { Said, Standpoint, View } from '../said.ts';
import { readingOrder, type Branch } from '../thread.ts';

/** What a reader is: the actions under a contribution look different for each kind. */
type Kind = { readonly as: Standpoint; readonly moderates: boolean };

const MEMBERS = (['member', 'supporter', 'writer'] as const).flatMap((as): Kind[] => [
	{ as, moderates: false },
	{ as, moderates: true }
]);
const GUESTS: readonly Kind[] = [{ as: 'reader', moderates: false }];

/** A thread rendered once for everybody: what is the same for all, and between it each reader's. */
export type Pieces = {
	/** One more than there are places. */
	readonly between: readonly Bytes[];
	/** The contribution of each place, and its actions for each of the kinds. */
	readonly places: readonly { readonly id: string; readonly looks: readonly Bytes[] }[];
	readonly kinds: readonly Kind[];
};

export type Reading = {
	/** What this reader is to a contribution. */
	readonly as: (id: string) => Standpoint;
	readonly moderates: boolean;
};

/** Marks for a framework in the browser, which does not come. */
const COMMENTS = /<!--.*?-->/gs;
const bytesOf = (html: string): Bytes => Buffer.from(html);
const htmlOf = ({ body }: { readonly body: string }) => body.replace(COMMENTS, '');

/** Renders a thread with a place left open under each contribution, and all that can stand there. */
export function renderThread(
	words: Catalogue,
	branches: readonly Branch<Said>[],
	view: View,
	audience: 'guests' | 'members'
): Pieces {
	const kinds = audience === 'members' ? MEMBERS : GUESTS;
	const mark = `[${newId()}]`;
	const all = readingOrder(branches);
	const thread = htmlOf(render(Thread, { props: { words, branches, view, mark } }));
	const actions = htmlOf(render(ActionsOfAll, { props: { words, all, view, kinds, mark } }));

	const [first = '', ...rest] = thread.split(mark);
	const looks = actions.split(mark).slice(1).map(bytesOf);
	const looksOf = new Map(
		all.map(({ id }, nth) => [id, looks.slice(nth * kinds.length, (nth + 1) * kinds.length)])
	);
	const cut = rest.map((piece) => {
		const end = piece.indexOf(';');
		return { id: piece.slice(0, end), after: piece.slice(end + 1) };
	});
	return {
		between: [first, ...cut.map(({ after }) => after)].map(bytesOf),
		places: cut.map(({ id }) => ({ id, looks: looksOf.get(id) ?? [] })),
		kinds
	};
}

/**
 * The thread as one reader gets it. With an id it comes in two parts, so that a form can stand
 * between them, under that contribution; nothing of the thread is left out or comes twice.
 */
export function assemble(
	{ between, places, kinds }: Pieces,
	{ as, moderates }: Reading,
	splitAfter: string | null
): [before: Bytes[], after: Bytes[]] {
	const nthOf = new Map(kinds.map((kind, nth) => [`${kind.as}/${String(kind.moderates)}`, nth]));
	const before: Bytes[] = between.slice(0, 1);
	const after: Bytes[] = [];
	let part = before;
	for (const [nth, { id, looks }] of places.entries()) {
		const look = looks[nthOf.get(`${as(id)}/${String(moderates)}`) ?? 0];
		if (look) part.push(look);
		if (id === splitAfter) part = after;
		const next = between[nth + 1];
		if (next) part.push(next);
	}
	return [before, after];
}

/** The same straight from the components, for one reader: what `assemble` is held to. */
export function renderFor(
	words: Catalogue,
	branches: readonly Branch<Said>[],
	view: View,
	{ as, moderates }: Reading
): string {
	return htmlOf(render(Thread, { props: { words, branches, view, as, moderates } }));
}
