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

export type Reading = {
	/** What this reader is to a contribution. */
	readonly as: (id: string) => Standpoint;
	readonly moderates: boolean;
};

/** A thread as somebody reads it who wrote nothing in it, with where the actions of each place are. */
type Whole = {
	readonly bytes: Bytes;
	readonly spots: readonly { readonly from: number; readonly to: number }[];
};

/** The contribution of one place, and its actions for each of the kinds. */
type Place = { readonly id: string; readonly looks: readonly Bytes[] };

/** A thread rendered once for everybody. */
export class Pieces {
	readonly places: readonly Place[];
	/** What is the same for all: one more than there are places. */
	readonly #between: readonly Bytes[];
	readonly #kinds: readonly Kind[];
	readonly #wholes = new Map<boolean, Whole>();

	constructor(between: readonly Bytes[], places: readonly Place[], kinds: readonly Kind[]) {
		this.#between = between;
		this.places = places;
		this.#kinds = kinds;
	}

	/**
	 * The thread as one reader gets it: long stretches of what is the same for all, and their own
	 * actions where they wrote or support something. With an id it comes in two parts, so that a form
	 * can stand between them, under that contribution; nothing is left out or comes twice.
	 */
	assemble(
		{ as, moderates }: Reading,
		splitAfter: string | null
	): [before: Bytes[], after: Bytes[]] {
		const usual = this.#kinds[0]?.as ?? 'reader';
		const { bytes, spots } = this.#whole(moderates);
		const before: Bytes[] = [];
		const after: Bytes[] = [];
		let part = before;
		let from = 0;
		for (const [nth, { id, looks }] of this.places.entries()) {
			const spot = spots[nth] ?? { from, to: from };
			const own = as(id);
			const look = own === usual ? undefined : looks[this.#nth(own, moderates)];
			if (look) {
				part.push(bytes.subarray(from, spot.from), look);
				from = spot.to;
			}
			if (id === splitAfter) {
				part.push(bytes.subarray(from, spot.to));
				part = after;
				from = spot.to;
			}
		}
		part.push(bytes.subarray(from));
		return [before, after];
	}

	#nth(as: Standpoint, moderates: boolean): number {
		return this.#kinds.findIndex((kind) => kind.as === as && kind.moderates === moderates);
	}

	#whole(moderates: boolean): Whole {
		const known = this.#wholes.get(moderates);
		if (known) return known;
		const nth = Math.max(0, this.#nth(this.#kinds[0]?.as ?? 'reader', moderates));
		const [first = Buffer.of(), ...rest] = this.#between;
		const parts = [first];
		const spots = [];
		let from = first.length;
		for (const [place, { looks }] of this.places.entries()) {
			const look = looks[nth] ?? Buffer.of();
			const next = rest[place] ?? Buffer.of();
			spots.push({ from, to: from + look.length });
			from += look.length + next.length;
			parts.push(look, next);
		}
		const whole = { bytes: Buffer.concat(parts), spots };
		this.#wholes.set(moderates, whole);
		return whole;
	}
}

/** Marks for a framework in the browser, which does not come. */
const COMMENTS = /<!--.*?-->/gs;
const bytesOf = (html: string): Bytes => Buffer.from(html);
/** What was rendered outside a page. */
export const htmlOf = ({ body }: { readonly body: string }) => body.replace(COMMENTS, '');

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
	return new Pieces(
		[first, ...cut.map(({ after }) => after)].map(bytesOf),
		cut.map(({ id }) => ({ id, looks: looksOf.get(id) ?? [] })),
		kinds
	);
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
