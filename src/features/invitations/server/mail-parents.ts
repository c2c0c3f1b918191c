import { and, eq, inArray } from 'drizzle-orm';
import { lifeOf } from '../rules.ts';
import { listUninvited } from './queries.ts';
import { invitations } from './schema.ts';
import { type Consultation, getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { assertUsable } from '#features/electorate/rules.ts';
import { askedPolls } from '#features/launch/server/preparation.ts';
import { mails } from '#features/mails/server/schema.ts';
import { tokenOf } from '#features/mails/way-in.ts';
import { markInvited } from '#features/people/server/mark-way-in.ts';
import { signInLinks } from '#features/people/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requirePerson, type Context, type Scope } from '#kernel/server/context.ts';
import type { Reader, Writer } from '#kernel/server/db.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { sha256 } from '#kernel/server/hash.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/** For how many parents one transaction makes mails, so that votes need not wait for thousands. */
const AT_ONCE = 200;

/**
 * Queues a mail for every parent with a right whom a mail reaches and who had none for this
 * consultation; says for how many. It leads to the poll, or to the consultation when it has several,
 * and its link lets in once. Pressed again, or by two at once, it mails only those who came later.
 * Before the opening the mails wait for it.
 *
 * It is done in parts. Broken off half way, the next press does the rest.
 */
export async function mailParents(
	ctx: Context,
	slug: string,
	{ byMail }: { readonly byMail: boolean }
): Promise<number> {
	requirePerson(ctx);
	const consultation = await mailable(ctx, ctx.read, slug);
	requireFresh(ctx);
	if (!byMail) throw new Conflict('mail.no-server');
	const people = await listUninvited(ctx.read, ctx.scope, consultation);
	let queued = 0;
	for (let at = 0; at < people.length; at += AT_ONCE) {
		const some = people.slice(at, at + AT_ONCE);
		queued += await ctx.write(async (tx) => {
			const made = await invite(tx, ctx, await mailable(ctx, tx, slug), some);
			if (queued === 0 && made > 0)
				await record(tx, ctx, 'parents.mailed', { kind: 'consultation', id: consultation.id });
			return made;
		});
	}
	return queued;
}

async function mailable(ctx: Context, db: Reader, slug: string): Promise<Consultation> {
	const consultation = await getConsultation(db, ctx.scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'parents.mail', consultation);
	assertUsable(consultation, ctx.now);
	return consultation;
}

/** Makes mail and link for those of these who have none yet; says for how many. */
async function invite(
	tx: Writer,
	{ scope, now, seal }: Context,
	consultation: Consultation,
	people: readonly string[]
): Promise<number> {
	const consultationId = consultation.id;
	const had = await tx
		.select({ personId: invitations.personId })
		.from(invitations)
		.where(
			and(
				eq(invitations.consultationId, consultationId),
				inArray(invitations.personId, [...people])
			)
		);
	const mailed = new Set(had.map(({ personId }) => personId));
	const invited = people.filter((personId) => !mailed.has(personId));
	if (invited.length === 0) return 0;

	const { leavesAt, expiresAt } = lifeOf(consultation, now);
	const returnTo = await landingIn(tx, scope, consultation);
	const each = invited.map((personId) => ({ personId, mailId: newId() }));
	await tx.insert(mails).values(
		each.map(({ personId, mailId }) => ({
			...{ id: mailId, key: `consultation/${consultationId}/${personId}` },
			...{ kind: 'consultation' as const, personId, scopeId: scope.id },
			// a parent who chose no language is written to in that of the school
			...{ locale: 'nl' as const, madeAt: now, nextAt: leavesAt, usefulUntil: expiresAt }
		}))
	);
	await tx.insert(invitations).values(each.map((one) => ({ ...one, consultationId })));
	await tx.insert(signInLinks).values(
		each.map(({ personId, mailId }) => ({
			...{ id: sha256(tokenOf(seal, mailId)), personId, returnTo },
			...{ asParent: true, expiresAt }
		}))
	);
	await markInvited(tx, invited, now);
	return invited.length;
}

/** Straight to the vote where there is one; else to the page that shows which there are. */
async function landingIn(db: Reader, scope: Scope, { id, slug }: Consultation): Promise<string> {
	const page = `/${scope.slug}/consultations/${slug}`;
	const [poll, ...others] = await askedPolls(db, id);
	return poll && others.length === 0 ? `${page}/polls/${poll.slug}` : page;
}
