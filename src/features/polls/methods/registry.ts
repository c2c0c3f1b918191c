import type { CountingMethod } from './method.ts';
import { severalChoices } from './several-choices.ts';
import { singleChoice } from './single-choice.ts';

/** Every way of voting the platform knows. Adding one is adding a file and a line here. */
export const methods = {
	'single-choice': singleChoice,
	'several-choices': severalChoices
};

export type MethodId = keyof typeof methods;

/** The method by its id, with its ballots taken as opaque: `ballot()` checks them. */
export const methodOf = (id: MethodId): CountingMethod => methods[id];
