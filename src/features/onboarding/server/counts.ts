import { type SQL, sql } from 'drizzle-orm';
import type { Counts, Part, Step } from '../reach.ts';
import type { Reader } from '#kernel/server/db.ts';
import type { Day } from '#kernel/time.ts';

/** How a parent can be reached: by e-mail, else by telephone, else on paper; who wants a letter, so. */
export const CHANNELS = ['email', 'phone', 'paper'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Every parent below a place: in which part of it, the school or group right below; '' for who is in none. */
const below = (path: string): SQL => sql`
	select distinct membership.person_id as person,
		substr(scope.path, ${path.length + 1}, instr(substr(scope.path, ${path.length + 1}) || '/', '/') - 1) as part
	from membership join scope on scope.id = membership.scope_id
	where membership.role = 'parent' and membership.status = 'active'
		and scope.path >= ${path} and scope.path < ${`${path.slice(0, -1)}0`}`;

/** Every parent of some places, each of which is a part. */
const within = (places: readonly Placed[]): SQL => sql`
	select distinct membership.person_id as person, place.value ->> 'id' as part
	from json_each(${JSON.stringify(places)}) as place
	join scope on scope.path >= place.value ->> 'path'
		and scope.path < substr(place.value ->> 'path', 1, length(place.value ->> 'path') - 1) || '0'
	join membership on membership.scope_id = scope.id
	where membership.role = 'parent' and membership.status = 'active'`;

export type Placed = { readonly id: string; readonly path: string };

/**
 * Parents, how they can be reached, and how far they came. Who took part is looked up once for all;
 * with a household that took part, all of it did.
 */
const parents = (spread: SQL): SQL => sql`
	with spread as (${spread}),
	taken as (
		select distinct electorate.person_id as person, electorate.household_id as household
		from participation join electorate on electorate.id = participation.right_id
	),
	reached as (
		select spread.part, person.id as person, person.invited_on as invited_on,
			case when person.wants_paper then 'paper'
				when person.email is not null and person.email_state is not 'bounced' then 'email'
				when person.phone is not null then 'phone' else 'paper' end as channel,
			case when person.id in (select person from taken)
					or person.id in (select author_id from contribution)
					or person.id in (
						select household_member.person_id from household_member
						where household_member.household_id in (select household from taken))
				then 'active'
				when person.joined_on is not null then 'opened'
				else 'invited' end as step
		from spread join person on person.id = spread.person
		where spread.part <> '' or not exists (
			select 1 from spread as other where other.person = spread.person and other.part <> '')
	)`;

type Counted = { readonly part: string; readonly step: Step; readonly n: number };

/** The counts of each part of a place, or of each way to be reached, of who was invited. */
export async function countParts(
	db: Reader,
	path: string,
	by: 'part' | 'channel'
): Promise<readonly Part[]> {
	const of = by === 'part' ? sql`part` : sql`channel`;
	const rows = await db.all<Counted>(sql`${parents(below(path))}
		select ${of} as part, step, count(distinct person) as n from reached
		where invited_on is not null group by 1, 2 order by 1`);
	const byPart = Map.groupBy(rows, ({ part }) => part);
	return [...byPart].map(([id, counted]) => ({ id, counts: countsFrom(counted) }));
}

/** Everybody once, also who is in two groups; and who has not been invited at all. */
export async function countAll(
	db: Reader,
	path: string
): Promise<{
	readonly counts: Counts;
	readonly first: Day | null;
	readonly uninvited: number;
	/** Were invited, did not come in, and can only be reached on paper. */
	readonly onPaper: number;
}> {
	const rows = await db.all<
		Counted & { first: Day | null; paper: number }
	>(sql`${parents(below(path))}
		select case when invited_on is null then 'uninvited' else '' end as part, step,
			count(distinct person) as n, min(invited_on) as first,
			count(distinct case when channel = 'paper' then person end) as paper
		from reached group by 1, 2`);
	const invited = rows.filter(({ part }) => part === '');
	const days = invited.flatMap(({ first }) => first ?? []).toSorted();
	return {
		counts: countsFrom(invited),
		first: days[0] ?? null,
		uninvited: rows.filter(({ part }) => part !== '').reduce((sum, { n }) => sum + n, 0),
		onPaper: invited.find(({ step }) => step === 'invited')?.paper ?? 0
	};
}

function countsFrom(rows: readonly Counted[]): Counts {
	const of = (step: Step) => rows.find((row) => row.step === step)?.n ?? 0;
	return { active: of('active'), opened: of('opened'), invited: of('invited') };
}

/** Of each of some places: how many parents there are, and how far those came who were invited. */
export async function countPlaces(
	db: Reader,
	places: readonly Placed[]
): Promise<ReadonlyMap<string, { readonly parents: number; readonly counts: Counts }>> {
	const rows = await db.all<Counted & { invited: 0 | 1 }>(sql`${parents(within(places))}
		select part, invited_on is not null as invited, step, count(distinct person) as n
		from reached group by 1, 2, 3`);
	return new Map(
		[...Map.groupBy(rows, ({ part }) => part)].map(([id, all]) => [
			id,
			{
				parents: all.reduce((sum, { n }) => sum + n, 0),
				counts: countsFrom(all.filter(({ invited }) => invited === 1))
			}
		])
	);
}
