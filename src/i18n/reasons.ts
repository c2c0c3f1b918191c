import type { journal } from './nl/journal.ts';
import type { reasons } from './nl/reasons.ts';

/** Every reason the application can give for saying no. */
export type Reason = keyof typeof reasons;

/** Everything that can happen and is written down. */
export type Event = keyof typeof journal;

/** The words for a reason, or for a check that has none of its own. */
export const wordsFor = (words: typeof reasons, reason: string): string =>
	(words as Readonly<Record<string, string>>)[reason] ?? words['field.invalid'];
