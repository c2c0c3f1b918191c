import type { nl } from '../nl/index.ts';

/** What a letter says in one language. Dutch and English take it from their catalogue. */
export type LetterWords = typeof nl.launch.letter &
	Pick<typeof nl.consultations, 'until' | 'untilTime'> & { readonly onPaper: string };
