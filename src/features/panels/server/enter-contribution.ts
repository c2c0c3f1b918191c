import { stageOf } from '#features/consultations/rules.ts';
import { panels } from '#i18n/nl/panels.ts';
import { Conflict } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { parse } from '#kernel/parse.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { record } from '#kernel/server/journal.ts';
import { renderMarkdown } from '#kernel/server/markdown.ts';
import { authorize } from '#policy/authorize.ts';
import { enteredInput } from '../input.ts';
import { assertReadable } from '../reading.ts';
import { placeFor } from '../thread.ts';
import { answeredIn, getPanel } from './queries.ts';
import { raiseVersion } from './raise-version.ts';
import { contributions } from './schema.ts';

/**
 * Enters what a parent wrote on paper or said by phone; returns the id of the contribution. It has
 * no writer in the database. Paper that came in time can still be entered after the closing, until
 * the count is closed.
 */
export async function enterContribution(
	ctx: Context,
	consultationSlug: string,
	panelSlug: string,
	input: unknown
): Promise<string> {
	requirePerson(ctx);
	return ctx.write(async (tx) => {
		const panel = await getPanel(tx, ctx.scope, consultationSlug, panelSlug);
		assertReadable(ctx, panel);
		authorize(ctx, 'contribution.enter', panel);
		const stage = stageOf(panel.consultation, ctx.now);
		if (stage !== 'open' && stage !== 'closed') throw new Conflict('consultation.closed');
		const given = parse(enteredInput, input);
		const answered = await answeredIn(tx, panel.id, given.answers);

		const id = newId();
		const { displayName, source } = given;
		await tx.insert(contributions).values({
			...placeFor(id, answered),
			id,
			panelId: panel.id,
			displayName: displayName || panels.nameless.parent,
			namedAs: displayName ? 'pseudonym' : 'hidden',
			badge: 'parent',
			stance: given.stance,
			origin: given.origin,
			sourceLabel: source,
			body: given.body,
			html: renderMarkdown(given.body),
			language: given.language ?? ctx.locale,
			createdAt: ctx.now
		});
		await raiseVersion(tx, panel.id);
		await record(tx, ctx, 'contribution.entered', { kind: 'contribution', id });
		return id;
	});
}
