import { and, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { GIVEN_ROLES } from '#features/people/input.ts';
import { isInCouncil } from '#features/people/server/only-parents.ts';
import { findPerson } from '#features/people/server/queries.ts';
import { memberships, people, seats } from '#features/people/server/schema.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { bodies } from '#features/scopes/server/schema.ts';
import { panels } from '#i18n/nl/panels.ts';
import { Invalid } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import { inList, listOf, prepared } from '#kernel/server/prepared.ts';
import { dayOf } from '#kernel/time.ts';
import type { Badge } from '../rules.ts';
import type { ContributionInput } from '../input.ts';
import { lookOf, namesFunction, shortName } from '../name.ts';

export type ShownName = {
	readonly displayName: string;
	readonly namedAs: 'own' | 'pseudonym' | 'hidden';
};

const speakers = prepared((db: Reader) =>
	db
		.selectDistinct({ name: people.name })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				inList(memberships.scopeId, 'scopes'),
				// all but parents, named one by one: SQLite then skips the thousands of those
				inArray(memberships.role, GIVEN_ROLES),
				eq(memberships.status, 'active'),
				ne(people.id, sql.placeholder('except')),
				isNotNull(people.name)
			)
		)
		.prepare()
);

/** Those who sit in a council of these places, or will: a name of theirs is not free either. */
const seated = prepared((db: Reader) =>
	db
		.selectDistinct({ name: people.name })
		.from(seats)
		.innerJoin(bodies, eq(bodies.id, seats.bodyId))
		.innerJoin(people, eq(people.id, seats.personId))
		.where(
			and(
				inList(bodies.scopeId, 'scopes'),
				isInCouncil(sql.placeholder('today')),
				ne(people.id, sql.placeholder('except')),
				isNotNull(people.name)
			)
		)
		.prepare()
);

/** Whether a name can be taken for that of somebody else who speaks for the school or a council here. */
async function isTaken(
	db: Reader,
	{ scope, now }: Pick<Context, 'scope' | 'now'>,
	personId: string,
	shown: string
): Promise<boolean> {
	const asked = { scopes: listOf(ancestry(scope)), except: personId };
	const sitting = await seated(db).all({ ...asked, today: dayOf(now) });
	const rows = [...(await speakers(db).all(asked)), ...sitting];
	const look = lookOf(shown);
	const names = rows.flatMap(({ name }) => (name ? [name, shortName(name)] : []));
	return names.some((it) => lookOf(it) === look);
}

async function ownName(db: Reader, personId: string): Promise<string> {
	const person = await findPerson(db, personId);
	if (!person?.name) throw new Invalid('input.invalid', { name: 'contribution.no-name' });
	return person.name;
}

/**
 * The name under which a contribution stands: the writer's own in short, one they choose, or none
 * (kept as Dutch words, for where no catalogue is at hand).
 *
 * An official answer has the whole name of who gives it. Nobody is taken for somebody else of the
 * school or a council: a chosen name that looks like theirs is refused, and the own name of who
 * speaks as a parent too. Nor do a parent's words, chosen or beside the name, say a function.
 */
export async function shownName(
	db: Reader,
	ctx: Pick<Context, 'scope' | 'now'>,
	personId: string,
	said: Pick<ContributionInput, 'name' | 'pseudonym' | 'official' | 'note'> & {
		readonly badge: Badge;
	}
): Promise<ShownName> {
	const { name, pseudonym, official, note, badge } = said;
	if (official && name !== 'own')
		throw new Invalid('input.invalid', { name: 'contribution.official-name' });
	const isParent = badge === 'parent';
	if (isParent && namesFunction(note))
		throw new Invalid('input.invalid', { note: 'contribution.note-function' });
	if (name === 'hidden') return { displayName: panels.nameless[badge], namedAs: 'hidden' };
	if (name === 'own') {
		const whole = await ownName(db, personId);
		const displayName = official ? whole : shortName(whole);
		if (isParent && (await isTaken(db, ctx, personId, displayName)))
			throw new Invalid('input.invalid', { name: 'contribution.own-name-taken' });
		return { displayName, namedAs: 'own' };
	}

	if (pseudonym === '') throw new Invalid('input.invalid', { pseudonym: 'field.required' });
	const pretends =
		(isParent && namesFunction(pseudonym)) || (await isTaken(db, ctx, personId, pseudonym));
	if (pretends) throw new Invalid('input.invalid', { pseudonym: 'contribution.name-taken' });
	return { displayName: pseudonym, namedAs: 'pseudonym' };
}
