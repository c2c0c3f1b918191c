import { eq } from 'drizzle-orm';
import { invitations } from './schema.ts';
import { untilIn } from '#features/consultations/closing.ts';
import { stageOf } from '#features/consultations/rules.ts';
import {
	askerOf,
	type Consultation,
	findConsultationById
} from '#features/consultations/server/queries.ts';
import { consultations } from '#features/consultations/server/schema.ts';
import { findRight } from '#features/electorate/server/queries.ts';
import { withReach } from '#features/mails/drafts.ts';
import type { Draft } from '#features/mails/message.ts';
import type { Addressed } from '#features/mails/server/send-due-mail.ts';
import { type Person, rolesIn } from '#features/people/server/queries.ts';
import { findContact } from '#features/scopes/server/queries.ts';
import { scopes } from '#features/scopes/server/schema.ts';
import type { Catalogue } from '#i18n/catalogue.ts';
import type { Scope } from '#kernel/server/context.ts';
import type { Reader } from '#kernel/server/db.ts';

/**
 * Writes the mail that tells a parent of an open consultation, as it is when the mail leaves. It waits
 * while the consultation stands still, and is for nobody once that is over, or once they are no parent
 * there any more or would rather have a letter.
 */
export async function draftInvitation(
	db: Reader,
	words: Catalogue,
	{ mailId, person, origin, token, until, now }: Addressed
): Promise<Draft | 'later' | 'never'> {
	const about = await aboutWhat(db, mailId);
	if (!about || !(await isFor(db, person, about))) return 'never';
	const { consultation, scope } = about;
	const stage = stageOf(consultation, now);
	if (stage !== 'open') return stage === 'planned' || stage === 'suspended' ? 'later' : 'never';

	const { mails, common, format } = words;
	const its = mails.consultation;
	const contact = await findContact(db, scope);
	const { title, question, closesAt, rules } = consultation;
	return {
		subject: its.subject(scope.name, title),
		greeting: mails.greeting(person.name),
		lead: [
			its.asks(await askerOf(db, scope, consultation), scope.name),
			title,
			question,
			its.until(untilIn(words, closesAt)),
			its.weight(rules.weight),
			its.answer(format.date(rules.answerDay))
		],
		link: { label: its.link, url: `${origin}/join/${token}` },
		close: [
			its.own,
			its.once(untilIn(words, until), `${origin}/sign-in`),
			its.help(contact ? withReach(words, contact) : consultation.contact)
		],
		sender: mails.sender(common.product, origin)
	};
}

type About = { readonly consultation: Consultation; readonly scope: Scope };

async function aboutWhat(db: Reader, mailId: string): Promise<About | null> {
	const [found] = await db
		.select({ consultationId: invitations.consultationId, scope: scopes })
		.from(invitations)
		.innerJoin(consultations, eq(consultations.id, invitations.consultationId))
		.innerJoin(scopes, eq(scopes.id, consultations.scopeId))
		.where(eq(invitations.mailId, mailId));
	if (!found) return null;
	const consultation = await findConsultationById(db, found.scope, found.consultationId);
	return consultation ? { consultation, scope: found.scope } : null;
}

/** Whether it still is for them: much may have changed since it was asked for. */
async function isFor(
	db: Reader,
	{ id, emailState, wantsPaper }: Person,
	{ consultation, scope }: About
): Promise<boolean> {
	if (emailState === 'bounced' || wantsPaper) return false;
	if (!(await rolesIn(db, id, scope)).has('parent')) return false;
	return (await findRight(db, consultation.id, id)) !== undefined;
}
