import { expect, test } from 'vitest';
import { blockCode } from '#features/electorate/server/block-code.ts';
import { issueCodes } from '#features/electorate/server/issue-codes.ts';
import { replaceCode } from '#features/electorate/server/replace-code.ts';
import { copySettings } from '#features/house-rules/server/copy-settings.ts';
import { mailParents } from '#features/invitations/server/mail-parents.ts';
import { appointMember } from '#features/people/server/appoint-member.ts';
import { decideAccess } from '#features/people/server/decide-access.ts';
import { decideRequest } from '#features/people/server/decide-request.ts';
import { endSeat } from '#features/people/server/end-seat.ts';
import { invitePerson } from '#features/people/server/invite-person.ts';
import { makeSignInCode } from '#features/people/server/make-sign-in-code.ts';
import { removeRole } from '#features/people/server/remove-role.ts';
import { membershipRequests } from '#features/people/server/schema.ts';
import { startSchoolYear } from '#features/people/server/start-school-year.ts';
import { undoSchoolYear } from '#features/people/server/undo-school-year.ts';
import { confirmCount } from '#features/polls/server/confirm-count.ts';
import { AppError, ConfirmFirst } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';
import { aConsultation } from '#tests/support/consultation.ts';
import { minutesLater, NOON } from '#tests/support/world.ts';

const SLUG = 'schooltijden';

/** What whoever finds a screen that was left open must not do. Empty forms: it is asked before those. */
const ASKED: Readonly<Record<string, (ctx: Context) => Promise<unknown>>> = {
	'giving a role': (ctx) => invitePerson(ctx, {}),
	'taking a role away': (ctx) => removeRole(ctx, {}),
	'giving a seat in a council': (ctx) => appointMember(ctx, '', {}),
	'ending a seat': (ctx) => endSeat(ctx, '', {}),
	'making a code to sign in with': (ctx) => makeSignInCode(ctx, {}),
	'keeping somebody out, or letting them in': (ctx) => decideAccess(ctx, {}),
	'making the codes of letters': (ctx) => issueCodes(ctx, SLUG),
	'replacing a code': (ctx) => replaceCode(ctx, SLUG, {}),
	'blocking a code': (ctx) => blockCode(ctx, SLUG, {}),
	'mailing the parents': (ctx) => mailParents(ctx, SLUG, { byMail: true }),
	'beginning a school year': (ctx) => startSchoolYear(ctx, {}),
	'undoing a school year': (ctx) => undoSchoolYear(ctx),
	'giving other places the settings of this one': (ctx) => copySettings(ctx, {}),
	'closing a count': (ctx) => confirmCount(ctx, SLUG)
};

/** Somebody with every role of a desk, and how long ago they showed that it is them. */
async function atADesk(minutesAgo: number) {
	const { school } = await aConsultation({ families: 1 });
	const made = await school.a('coordinator');
	const confirmedAt = minutesLater(-minutesAgo, NOON);
	const session = made.session && { ...made.session, confirmedAt };
	const ctx: Context = { ...made, roles: new Set(['coordinator', 'council']), session };
	return { school, ctx };
}

const wentWrong = async (doing: Promise<unknown>): Promise<unknown> => {
	try {
		await doing;
		return null;
	} catch (error) {
		return error;
	}
};

test.each(Object.entries(ASKED))(
	'%s is asked to be confirmed ten minutes later, and not again within them',
	async (_, act) => {
		const late = await atADesk(10);
		expect(await wentWrong(act(late.ctx))).toBeInstanceOf(ConfirmFirst);
		const { ctx } = await atADesk(9);
		const trouble = await wentWrong(act(ctx));
		// an empty form is wrong in some other way
		expect(trouble).not.toBeInstanceOf(ConfirmFirst);
		if (trouble !== null) expect(trouble).toBeInstanceOf(AppError);
	}
);

test('whoever works through a list of people who want to join is not asked for each of them', async () => {
	const { school, ctx } = await atADesk(240);
	await school.store.write((tx) =>
		tx.insert(membershipRequests).values({
			...{ id: 'r', scopeId: school.scope.id, name: 'Ayşe Yılmaz', email: 'ayse@example.org' },
			...{ groupText: '', askedAt: NOON }
		})
	);
	const decision = { request: 'r', decision: 'granted', group: '', household: '' };
	expect(await decideRequest(ctx, decision)).toBeTruthy();
});
