import { codeInput } from '../input.ts';
import { getUnlocked } from './queries.ts';
import { describeParent } from './show-parent.ts';
import { stayUnlocked } from './stay-unlocked.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { assertUsable } from '#features/electorate/rules.ts';
import { giveCode } from '#features/electorate/server/give-code.ts';
import { findHolders } from '#features/electorate/server/holders.ts';
import { printedCode } from '#features/people/code.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import type { Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Makes a code for a parent at the helpdesk, who lost theirs or never had one. It is shown once, and
 * the one they had opens nothing any more.
 *
 * Input: `{ person, consultation }`, an id and the name in an address.
 */
export async function replaceAtDesk(ctx: Context, token: string, input: unknown) {
	return ctx.write(async (tx) => {
		const helpdesk = await getUnlocked(tx, ctx, token);
		const { row, ctx: there } = helpdesk;
		await stayUnlocked(tx, ctx, row.id);
		const { person, consultation: slug } = parse(codeInput, input);
		const consultation = await getConsultation(tx, there.scope, slug);
		assertReadable(there, consultation);
		authorize(there, 'code.replace', consultation);
		const parent = await describeParent(tx, helpdesk, person);
		assertUsable(consultation, ctx.now);
		const [holder] = await findHolders(tx, there.scope, consultation, { person });
		if (!holder) throw new Conflict('poll.no-right');

		const { code } = await giveCode(tx, there, consultation.id, holder);
		return { parent, code: { title: consultation.title, text: printedCode(code) } };
	});
}
