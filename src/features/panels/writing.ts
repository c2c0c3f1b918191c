import type { IconName } from '#ui/icon-names.ts';
import type { Badge, Stance } from './rules.ts';

/** A form that came back: what was typed, and what is wrong with it. */
export type Typed = {
	readonly values: Readonly<Record<string, string>>;
	readonly issues: Readonly<Record<string, string>>;
};

/** What a form to write in must know of who writes. */
export type WriterFacts = {
	/** Their own name in short; null when we do not know it. */
	readonly name: string | null;
	/** What they can speak as. */
	readonly badges: readonly Badge[];
	/** They spoke here before, so they can no longer choose. */
	readonly locked: boolean;
	/** Whether they may answer on behalf of the school or the council. */
	readonly official: boolean;
	/** Under what their unsent words are kept on the device: nobody else's, whoever uses it next. */
	readonly draft: string;
	/** They have not yet accepted the house rules as they are now. */
	readonly mustAccept: boolean;
};

export const stanceIcons: Readonly<Record<Stance, IconName>> = {
	for: 'plus',
	against: 'minus',
	question: 'question',
	idea: 'lightbulb'
};
