import { allAtOnce } from './all-at-once.ts';
import { calendarOf, shiftFor } from './calendar.ts';
import { placeOf, type Stage } from './cast.ts';
import { makeDoors, type DemoDoor } from './doors.ts';
import { foundRegion } from './found-region.ts';
import { PARENTAL_CONTRIBUTION } from './parental-contribution.ts';
import { PHONES } from './phones.ts';
import { randomFrom } from './random.ts';
import { REACHING_PARENTS } from './reaching-parents.ts';
import { SCHOOL_HOURS } from './school-hours.ts';
import { SUPPORT_PLAN } from './support-plan.ts';
import { meeting } from './tell-evening.ts';
import { preparation } from './tell-preparation.ts';
import { reporting } from './tell-report.ts';
import { saying } from './tell-saying.ts';
import { voting } from './tell-voting.ts';
import { tellingOf, type Scene, type Telling } from './telling.ts';
import { isEmpty } from '#features/people/server/set-up.ts';
import { Conflict } from '#kernel/errors.ts';
import type { Store } from '#kernel/server/db.ts';
import type { Vault } from '#kernel/server/vault.ts';

export type { DemoDoor } from './doors.ts';

export type SeedServices = {
	readonly store: Store;
	readonly seal: (text: string) => string;
	readonly vault: Vault;
	readonly now: () => Date;
};

export type SeedOptions = {
	/** How many days earlier the whole story happened; a number of weeks. */
	readonly shiftDays?: number;
	/** Told, in a line, what is there. */
	readonly progress?: (line: string) => void;
};

/** Of every story the numbers drawn by lot begin here; another number gives another demonstration. */
const SEED = 2027;

const STORIES = [SUPPORT_PLAN, SCHOOL_HOURS, PHONES, PARENTAL_CONTRIBUTION, REACHING_PARENTS];

/**
 * Fills an empty database with the region Merelstreek and five consultations, each at another point
 * of its life. Everything goes through the commands of the product, in the order in which it
 * happened and by whoever did it, so that it can make nothing that the product forbids. Returns who
 * can sign in with what.
 *
 * Unless told how far, the story is moved back so that all of it lies behind `now`. Throws Conflict
 * when there is anything already.
 */
export async function seed(services: SeedServices, options: SeedOptions = {}): Promise<DemoDoor[]> {
	const { store, seal, vault, now } = services;
	const { shiftDays = shiftFor(now()), progress = () => undefined } = options;
	if (!(await isEmpty(store.read))) throw new Conflict('set-up.not-empty');

	const stage: Stage = { store, seal, vault, calendar: calendarOf(shiftDays) };
	const cast = await foundRegion(stage);
	progress(`${cast.families.length} gezinnen in ${cast.places.size} plekken`);
	const tellings = STORIES.map((story, nth) =>
		tellingOf(stage, cast, story, randomFrom(SEED + nth))
	);
	for (const { play } of inOrder(tellings.flatMap(scenesOf))) await play();
	for (const { story } of tellings)
		progress(`${placeOf(cast, story.place).name}: ${story.plan.title}`);
	return makeDoors(stage, cast, tellings, now());
}

/**
 * The same in a database that is in use: nobody sees any of it before it is whole, and what breaks
 * off half-way leaves nothing.
 */
export const loadDemo = (services: SeedServices, options: SeedOptions = {}): Promise<DemoDoor[]> =>
	allAtOnce(services.store, (aside) => seed({ ...services, store: aside }, options));

const scenesOf = (telling: Telling): Scene[] =>
	[preparation, meeting, voting, saying, reporting].flatMap((tell) => tell(telling));

const inOrder = (scenes: readonly Scene[]): Scene[] =>
	scenes.toSorted((a, b) => a.at.getTime() - b.at.getTime());
