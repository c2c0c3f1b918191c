import type { Appointment } from './prepare-schools.ts';
import { isElsewhere, isInChargeOf } from '#features/people/server/belonging.ts';
import {
	endWaysIn,
	firstPage,
	giveRole,
	type MailLink
} from '#features/people/server/invite-person.ts';
import { people } from '#features/people/server/schema.ts';
import { newId } from '#kernel/ids.ts';
import { requirePerson, type Context, type Scope } from '#kernel/server/context.ts';
import type { Writer } from '#kernel/server/db.ts';
import { record } from '#kernel/server/journal.ts';

export type Appointed = {
	/** How often somebody came to be in charge of a school. */
	readonly roles: number;
	/** How many people got a mail with a link. */
	readonly mailed: number;
};

/**
 * Makes people coordinator of their schools, and sends each one link, however many schools that are.
 * As with an invitation of one: no link for who is something outside what the actor is in charge of,
 * and the earlier ways in of who is something elsewhere end.
 *
 * A step of making schools from a list.
 */
export async function appointAdministrators(
	tx: Writer,
	ctx: Context,
	appointments: readonly Appointment[],
	mailLink: MailLink | undefined
): Promise<Appointed> {
	const actorId = requirePerson(ctx);
	let mailed = 0;
	const fresh = appointments.filter(({ isNew }) => isNew);
	for (const posts of Map.groupBy(fresh, ({ email }) => email).values()) {
		const [first] = posts;
		const schools = posts.map(({ school }) => school);
		const only = schools.length === 1 ? schools[0] : undefined;
		const known = first?.personId;
		// before the new roles: what others have seen of how somebody comes in, must not open these
		if (known && known !== actorId && (await isElsewhereThan(tx, known, schools)))
			await endWaysIn(tx, known);
		const mayOpen = !known || (await isInChargeOf(tx, ctx, known));
		const personId = known ?? (await insertPerson(tx, posts));
		for (const scope of schools) {
			await giveRole(tx, { scopeId: scope.id, personId, role: 'coordinator' });
			const about = { kind: 'person', id: personId };
			await record(tx, { ...ctx, scope }, 'person.invited', about);
		}
		if (!mayOpen || !mailLink) continue;
		const there = { ...ctx, scope: only ?? ctx.scope };
		const returnTo = only ? firstPage(there, 'coordinator') : '/me';
		if (await mailLink(tx, there, { personId, returnTo })) mailed += 1;
	}
	return { roles: fresh.length, mailed };
}

async function insertPerson(tx: Writer, [first]: readonly Appointment[]): Promise<string> {
	const id = newId();
	const { name, email, language: locale } = first ?? { name: null, email: null, language: null };
	await tx.insert(people).values({ id, name, email, locale });
	return id;
}

async function isElsewhereThan(tx: Writer, personId: string, schools: readonly Scope[]) {
	for (const school of schools) if (await isElsewhere(tx, personId, school)) return true;
	return false;
}
