import type { Event } from '#i18n/reasons.ts';
import { type Context, personOf } from './context.ts';
import type { Writer } from './db.ts';
import { given, prepared } from './prepared.ts';
import { journal } from './schema.ts';

/** The thing that something happened to. */
export type About = { readonly kind: string; readonly id: string };

const writing = prepared((tx: Writer) =>
	tx
		.insert(journal)
		.values(given('at', 'scopeId', 'actorId', 'what', 'aboutKind', 'aboutId'))
		.prepare()
);

/**
 * Writes down what happened, in the transaction in which it happens.
 *
 * Casting a ballot is never recorded: a line with a time and a person beside it would undo the
 * secrecy of the box.
 */
export async function record(
	tx: Writer,
	ctx: Pick<Context, 'now' | 'scope' | 'actor'>,
	what: Event,
	about: About
): Promise<void> {
	await writing(tx).run({
		at: ctx.now,
		scopeId: ctx.scope.id,
		actorId: personOf(ctx),
		what,
		aboutKind: about.kind,
		aboutId: about.id
	});
}
