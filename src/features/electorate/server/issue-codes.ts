import { issueInput } from '../input.ts';
import { assertUsable } from '../rules.ts';
import { holdersOf, inLetterOrder, type CodeState } from './holders.ts';
import { makeCodes, type PlainCode } from './make-codes.ts';
import { replaceIssued } from './replace-issued.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { findScope } from '#features/scopes/server/queries.ts';
import { Invalid } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { requireFresh } from '#kernel/server/fresh.ts';
import { record } from '#kernel/server/journal.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * Makes a participation code for everybody with a right who has none, and returns them in the order
 * of the letters: by group, household and name. They can be read here and now, and never again.
 *
 * Input: `{ place?, unreached?, again? }`: only those of a school or group, only those whom no mail
 * reaches, and also those who have a code that works, which is replaced. Without input, and called
 * again, it makes codes only for those who came later.
 */
export async function issueCodes(
	ctx: Context,
	slug: string,
	input: unknown = {}
): Promise<PlainCode[]> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const consultation = await getConsultation(tx, ctx.scope, slug);
		assertReadable(ctx, consultation);
		authorize(ctx, 'code.issue', consultation);
		requireFresh(ctx);
		assertUsable(consultation, ctx.now);
		const { place, unreached, again } = parse(issueInput, input);
		if (again) authorize(ctx, 'code.replace', consultation);
		const within = place === '' ? ctx.scope : await findScope(tx, place);
		if (!within?.path.startsWith(ctx.scope.path))
			throw new Invalid('input.invalid', { place: 'field.choose' });

		const of = (code: CodeState) =>
			holdersOf(tx, ctx.scope, consultation, { within, unreached: unreached === 'on', code });
		const without = await of('none');
		const served = again ? await of('issued') : [];
		const replaced = served.map(({ personId }) => personId);
		await replaceIssued(tx, consultation.id, replaced);
		const all = again ? inLetterOrder([...without, ...served]) : without;
		const codes = await makeCodes(tx, ctx, consultation.id, all);
		const about = { kind: 'consultation', id: consultation.id };
		if (served.length > 0) await record(tx, ctx, 'codes.replaced', about);
		if (without.length > 0) await record(tx, ctx, 'codes.issued', about);
		return codes;
	});
}
