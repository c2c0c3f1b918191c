import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { findPerson } from '#features/people/server/queries.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { ancestry } from '#features/scopes/rules.ts';
import { panels } from '#i18n/nl/panels.ts';
import { Invalid } from '#kernel/errors.ts';
import type { Context, Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';
import type { Badge } from '../rules.ts';
import type { ContributionInput } from '../input.ts';
import { lookOf, shortName } from '../name.ts';

export type ShownName = {
	readonly displayName: string;
	readonly namedAs: 'own' | 'pseudonym' | 'hidden';
};

/** The names of people who speak for the school or a council here, and for everything above. */
async function publicNames(db: Reader, scope: Scope, except: string): Promise<string[]> {
	const rows = await db
		.selectDistinct({ name: people.name })
		.from(memberships)
		.innerJoin(people, eq(people.id, memberships.personId))
		.where(
			and(
				inArray(memberships.scopeId, ancestry(scope)),
				ne(memberships.role, 'parent'),
				ne(people.id, except),
				isNotNull(people.name)
			)
		);
	return rows.flatMap(({ name }) => (name ? [name, shortName(name)] : []));
}

async function ownName(db: Reader, personId: string): Promise<string> {
	const person = await findPerson(db, personId);
	if (!person?.name) throw new Invalid('input.invalid', { name: 'contribution.no-name' });
	return person.name;
}

/**
 * The name under which a contribution stands: the writer's own in short, one they choose, or none
 * (kept as Dutch words, for where no catalogue is at hand).
 * An official answer has the whole name of who gives it. A chosen name that could be taken for that
 * of somebody of the school or a council is refused.
 */
export async function shownName(
	db: Reader,
	ctx: Pick<Context, 'scope'>,
	personId: string,
	{
		name,
		pseudonym,
		official,
		badge
	}: Pick<ContributionInput, 'name' | 'pseudonym' | 'official'> & {
		readonly badge: Badge;
	}
): Promise<ShownName> {
	if (official && name !== 'own')
		throw new Invalid('input.invalid', { name: 'contribution.official-name' });
	if (name === 'own') {
		const whole = await ownName(db, personId);
		return { displayName: official ? whole : shortName(whole), namedAs: 'own' };
	}
	if (name === 'hidden') return { displayName: panels.nameless[badge], namedAs: 'hidden' };

	if (pseudonym === '') throw new Invalid('input.invalid', { pseudonym: 'field.required' });
	const look = lookOf(pseudonym);
	const taken = await publicNames(db, ctx.scope, personId);
	if (taken.some((it) => lookOf(it) === look))
		throw new Invalid('input.invalid', { pseudonym: 'contribution.name-taken' });
	return { displayName: pseudonym, namedAs: 'pseudonym' };
}
