import { tokenOf } from '../way-in.ts';
import { queueMail } from './queue-mail.ts';
import { addressSeal } from './send-due-mail.ts';
import type { MailLink } from '#features/people/server/invite-person.ts';
import { makeSignInLink, VALID_DAYS } from '#features/people/server/make-sign-in-link.ts';
import { findPerson } from '#features/people/server/queries.ts';
import { newId } from '#kernel/ids.ts';
import { countChange } from '#kernel/server/throttle.ts';

/** So that nobody's mailbox is filled with invitations. */
const PER_ADDRESS = { times: 10, minutes: 60 };

/**
 * Queues a mail with the link of an invitation, which works once, within 14 days. False when the
 * person has no address.
 *
 * A step of inviting.
 */
export const mailInvitation: MailLink = async (tx, ctx, link) => {
	const { personId } = link;
	const person = await findPerson(tx, personId);
	if (!person?.email) return false;
	await countChange(tx, ctx, `invitation/${addressSeal(ctx.seal, person.email)}`, PER_ADDRESS);
	const mailId = await queueMail(tx, ctx, {
		key: `invitation/${newId()}`,
		kind: 'invitation',
		personId,
		scopeId: ctx.scope.id,
		locale: ctx.locale,
		usefulUntil: new Date(ctx.now.getTime() + VALID_DAYS * 24 * 3_600_000)
	});
	if (!mailId) return false;
	await makeSignInLink(tx, ctx.now, link, tokenOf(ctx.seal, mailId));
	return true;
};
