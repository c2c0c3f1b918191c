import type { Return } from './journey.ts';
import { Conflict } from '#kernel/errors.ts';

/** Where somebody goes on to who confirmed that it is them. */
export const afterwards = ({ back, stay }: Return): string =>
	stay ? '/confirm?stay&confirmed' : back;

/** The page that says what went wrong, of what can go wrong on purpose. */
export function pageOf(confirm: Return | null, problem: unknown): string {
	if (!(problem instanceof Conflict)) throw problem;
	if (!confirm) return `/sign-in/oidc?problem=${problem.reason}`;
	const back = encodeURIComponent(confirm.back);
	return `/confirm?problem=${problem.reason}&back=${back}${confirm.stay ? '&stay' : ''}`;
}
