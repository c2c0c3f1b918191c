import { as, idOf, placeOf, type Cast, type DemoParent, type Stage } from './cast.ts';
import type { Moment } from './calendar.ts';
import type { DemoConsultation } from './consultation.ts';
import type { Random } from './random.ts';
import type { SourceName } from '#features/themes/source.ts';
import type { Context } from '#kernel/server/context.ts';

/** One thing that happens in a story, and when. */
export type Scene = { readonly at: Date; readonly play: () => Promise<void> };

/** A story as far as it has been told. */
export type Telling = {
	readonly stage: Stage;
	readonly cast: Cast;
	readonly story: DemoConsultation;
	readonly random: Random;
	/** What was said and noted, by its key in the story. */
	readonly sources: Map<string, SourceName>;
	/** Participation codes by the person they are for, until they are destroyed. */
	readonly codes: Map<string, string>;
	/** Theme ids by title. */
	readonly themes: Map<string, string>;
	/** Those who do not take part, in the order in which they were drawn. */
	readonly away: DemoParent[];
	/** The name of the poll in its address. */
	poll: string;
};

export const tellingOf = (
	stage: Stage,
	cast: Cast,
	story: DemoConsultation,
	random: Random
): Telling => ({
	stage,
	cast,
	story,
	random,
	sources: new Map(),
	codes: new Map(),
	themes: new Map(),
	away: [],
	poll: ''
});

/** The context of this person at the place of the story, at that moment. */
export const present = (
	{ stage, cast, story }: Telling,
	personId: string,
	at: Date
): Promise<Context> => as(stage, personId, placeOf(cast, story.place), at);

/** A scene that begins with somebody doing something. */
export const scene = (
	telling: Telling,
	moment: Moment | Date,
	name: string,
	play: (ctx: Context) => Promise<unknown>
): Scene => {
	const at = typeof moment === 'string' ? telling.stage.calendar.at(moment) : moment;
	return {
		at,
		play: async () => {
			await play(await present(telling, idOf(telling.cast, name, telling.story.place), at));
		}
	};
};

export function sourceOf({ sources }: Telling, key: string): SourceName {
	const source = sources.get(key);
	if (!source) throw new Error(`nobody said ${key}`);
	return source;
}

export const later = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000);

/** A form as a browser would send it. */
export function formOf(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) {
		for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
	}
	return form;
}
