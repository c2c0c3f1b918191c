import { ballotsOf, type DemoBallot } from './ballots.ts';
import { familiesAt, type DemoFamily, type DemoParent } from './cast.ts';
import { shuffled, type Random } from './random.ts';
import { formOf, present, scene, type Scene, type Telling } from './telling.ts';
import { castBallot } from '#features/polls/server/cast-ballot.ts';
import { confirmCount } from '#features/polls/server/confirm-count.ts';
import { enterSlip } from '#features/polls/server/enter-slip.ts';
import type { Day } from '#kernel/time.ts';

/** Who answers for a family or for themselves, and on which day of the story. */
type Answer = DemoBallot & { readonly voter: DemoParent; readonly day: Day };

/** A code that nobody was ever given. */
const UNKNOWN_CODE = 'ABCD-2345';

/** Those whose answer counts once, in an order drawn by lot, with where they are. */
function units({ cast, story, random }: Telling): { school: string; voter: DemoParent }[] {
	const alone = ({ school, parents }: DemoFamily) => parents.map((voter) => ({ school, voter }));
	const families = familiesAt(cast, story.place);
	const all =
		story.plan.unit === 'parent'
			? families.flatMap(alone)
			: families.flatMap((family) => shuffled(alone(family), random).slice(0, 1));
	return shuffled(all, random);
}

/** Draws who takes part, as many per school as the story says, and writes down who stays away. */
function drawVoters(telling: Telling, count: number): DemoParent[] {
	const { perSchool } = telling.story.votes;
	const drawn = units(telling);
	const taken = new Map<string, number>();
	const take: DemoParent[] = [];
	for (const { school, voter } of drawn) {
		const before = taken.get(school) ?? 0;
		const takes = perSchool ? before < (perSchool[school] ?? 0) : take.length < count;
		if (takes) taken.set(school, before + 1);
		(takes ? take : telling.away).push(voter);
	}
	return shuffled(take, telling.random);
}

const NOON = 'T12:00:00Z';
const isSchoolDay = (day: Day) => ![0, 6].includes(new Date(day + NOON).getUTCDay());

function daysFrom(first: Day, last: Day): Day[] {
	const days: Day[] = [];
	for (let at = Date.parse(first + NOON); at <= Date.parse(last + NOON); at += 86_400_000)
		days.push(new Date(at).toISOString().slice(0, 10));
	return days;
}

/** Most people answer in the first days. */
function early<Item>(days: readonly Item[], random: Random): Item {
	const drawn = days[Math.min(random(days.length), random(days.length))];
	if (drawn === undefined) throw new RangeError('no days to answer on');
	return drawn;
}

/** The days on which a channel brings answers, from the opening to the end. */
function daysOf({ story }: Telling): Readonly<Record<DemoBallot['channel'], readonly Day[]>> {
	const first = story.plan.opens.slice(0, 10);
	const online = daysFrom(first, story.votes.until ?? story.plan.closes.slice(0, 10));
	const evening = story.evening ? [story.evening.day] : [];
	return { online, paper: online.filter(isSchoolDay).slice(1), evening };
}

const optionId = (place: number) => String.fromCharCode(97 + place);
const choiceOf = ({ ticked }: DemoBallot) => ticked.map(optionId);

async function castOnline(telling: Telling, answers: Answer[], at: Date) {
	const { story, poll } = telling;
	await Promise.all(
		answers.map(async (answer) =>
			castBallot(
				await present(telling, answer.voter.id, at),
				story.plan.slug,
				poll,
				formOf({ choice: choiceOf(answer) })
			)
		)
	);
}

/** A slip on the table of the counters. */
type Slip = {
	readonly code: string;
	readonly channel: 'paper' | 'evening';
	readonly choice: readonly string[];
	readonly mark?: 'invalid';
};

function slipsScene(telling: Telling, by: string, when: [Day, string], slips: () => Slip[]): Scene {
	const { story, stage } = telling;
	const [day, time] = when;
	return scene(telling, `${day} ${time}`, by, async (ctx) => {
		const receivedOn = stage.calendar.day(day);
		await Promise.all(
			slips().map((slip) =>
				enterSlip(ctx, story.plan.slug, telling.poll, formOf({ ...slip, receivedOn }))
			)
		);
	});
}

const codeOf = ({ codes }: Telling, { id }: DemoParent) => codes.get(id) ?? '';

/** Slips that do not count: of those who answered before, with two marks, with a code of nobody. */
function refused(telling: Telling, answers: readonly Answer[]): Slip[] {
	const { doubles = 0, invalid = 0, unknown = 0 } = telling.story.votes;
	const early = answers.filter(({ channel }) => channel === 'online').slice(0, doubles);
	const slip = (code: string): Slip => ({ code, channel: 'paper', choice: [optionId(0)] });
	return [
		...early.map(({ voter }) => slip(codeOf(telling, voter))),
		...telling.away.slice(0, invalid).map((voter) => ({
			...slip(codeOf(telling, voter)),
			mark: 'invalid' as const
		})),
		...Array.from({ length: unknown }, () => slip(UNKNOWN_CODE))
	];
}

/**
 * Every answer: online in the evening of a day, on slips that are entered on school days and after
 * the parent evening. The refused slips lie at the bottom of the last pile.
 */
export function voting(telling: Telling): Scene[] {
	const { story, random, stage } = telling;
	const ballots = ballotsOf(story.votes, random);
	const voters = drawVoters(telling, ballots.length);
	const days = daysOf(telling);
	const answers = ballots
		.flatMap((ballot, nth): Answer[] => {
			const voter = voters[nth];
			return voter ? [{ ...ballot, voter, day: early(days[ballot.channel], random) }] : [];
		})
		.toSorted((a, b) => a.day.localeCompare(b.day));

	const on = (day: Day, channel: DemoBallot['channel']) =>
		answers.filter((answer) => answer.day === day && answer.channel === channel);
	const slipOf = (answer: Answer, channel: Slip['channel']): Slip => ({
		code: codeOf(telling, answer.voter),
		channel,
		choice: choiceOf(answer)
	});
	const piles = (channel: Slip['channel'], by: string, time: string) =>
		days[channel].map((day) =>
			slipsScene(telling, by, [day, time], () =>
				on(day, channel).map((answer) => slipOf(answer, channel))
			)
		);
	const last = days.paper.at(-1) ?? '';
	return [
		...days.online.map((day): Scene => {
			const at = stage.calendar.at(`${day} 20:30`);
			return { at, play: () => castOnline(telling, on(day, 'online'), at) };
		}),
		...piles('paper', story.by, '15:30'),
		...piles('evening', story.moderator, '22:00'),
		slipsScene(telling, story.by, [last, '16:00'], () => refused(telling, answers)),
		...counting(telling)
	];
}

/** Two different people confirm the count. */
function counting(telling: Telling): Scene[] {
	const { story } = telling;
	if (!story.counted) return [];
	const { slug } = story.plan;
	return [
		scene(telling, story.counted, story.by, (ctx) => confirmCount(ctx, slug)),
		scene(telling, story.counted, story.second, (ctx) => confirmCount(ctx, slug))
	];
}
