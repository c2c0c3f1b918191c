import { and, eq, inArray } from 'drizzle-orm';
import { composeLetter } from '../letter.ts';
import { printInput } from '../input.ts';
import { lettersAsPdf } from './pdf.ts';
import { showLetter } from './show-letter.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { holdersOf } from '#features/electorate/server/holders.ts';
import { participationCodes } from '#features/electorate/server/schema.ts';
import { Conflict } from '#kernel/errors.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { authorize } from '#policy/authorize.ts';

/**
 * The letters of these codes as one PDF, for the page that shows the codes once and hands them back:
 * we cannot read them ourselves. Only a code that works, of this consultation, becomes a letter, and
 * nothing of it is kept.
 *
 * Input: `{ codes }`, with spaces between them, in the order of the letters.
 */
export async function printLetters(
	ctx: Context,
	slug: string,
	input: unknown,
	origin: string
): Promise<Buffer> {
	requirePerson(ctx);
	const { read, scope, seal, now } = ctx;
	const consultation = await getConsultation(read, scope, slug);
	assertReadable(ctx, consultation);
	authorize(ctx, 'letter.print', consultation);
	const { codes } = parse(printInput, input);

	const rows = await read
		.select({ id: participationCodes.id, personId: participationCodes.personId })
		.from(participationCodes)
		.where(
			and(
				inArray(participationCodes.id, codes.map(seal)),
				eq(participationCodes.consultationId, consultation.id),
				eq(participationCodes.status, 'issued')
			)
		);
	const owners = new Map(rows.map(({ id, personId }) => [id, personId]));
	const holders = new Map(
		(await holdersOf(read, scope, consultation)).map((holder) => [holder.personId, holder])
	);
	const about = await showLetter(ctx, slug);
	const letters = codes.flatMap((code) => {
		const holder = holders.get(owners.get(seal(code)) ?? '');
		return holder ? [composeLetter(about, { ...holder, code }, origin)] : [];
	});
	if (letters.length === 0) throw new Conflict('letters.unknown-code');
	return lettersAsPdf(consultation.title, letters, now);
}
