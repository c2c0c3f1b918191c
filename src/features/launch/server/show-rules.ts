import { rulesNow } from './preparation.ts';
import { stageOf } from '#features/consultations/rules.ts';
import { agreedText, askerOf, getConsultation } from '#features/consultations/server/queries.ts';
import { assertReadable } from '#features/consultations/server/readable.ts';
import { listChanges } from '#features/electorate/server/list-changes.ts';
import { NotFound } from '#kernel/errors.ts';
import type { Context } from '#kernel/server/context.ts';

/** The ground rules in words, their fingerprint, and what changed in the open. */
export async function showRules(ctx: Context, slug: string) {
	const consultation = await getConsultation(ctx.read, ctx.scope, slug);
	assertReadable(ctx, consultation);
	const { title, closesAt, frozenAt, fingerprint, agreedBy, agreedOn } = consultation;
	const { rules } = frozenAt ? consultation : await rulesNow(ctx.read, consultation);
	return {
		consultation: { slug, title, closesAt },
		asker: await askerOf(ctx.read, ctx.scope, consultation),
		stage: stageOf(consultation, ctx.now),
		rules,
		frozenAt,
		fingerprint,
		agreedBy,
		agreedOn,
		changes: await listChanges(ctx.read, consultation.id)
	};
}

/** The frozen rules to the byte: what the fingerprint is the SHA-256 of. There is none of a draft. */
export async function exportRules(ctx: Context, slug: string): Promise<string> {
	const consultation = await getConsultation(ctx.read, ctx.scope, slug);
	assertReadable(ctx, consultation);
	const { text, frozenAt } = await agreedText(ctx.read, consultation.id);
	if (text === null || frozenAt === null) throw new NotFound('not-found');
	return text;
}
