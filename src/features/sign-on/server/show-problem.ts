import { requireProvider, type Provider } from './provider.ts';
import type { Reason } from '#i18n/reasons.ts';
import type { Issues } from '#kernel/errors.ts';

const PROBLEMS: readonly Reason[] = [
	'sign-on.unknown',
	'sign-on.shared',
	'sign-on.cancelled',
	'sign-on.expired',
	'sign-on.away',
	'sign-on.wrong',
	'sign-on.other',
	'sign-on.not-anew'
];

/** Why somebody came back from the provider with nothing, as the address of a page has it. */
export function problemIn(
	provider: Provider | null,
	url: URL
): { reason: Reason; issues: Issues } | null {
	const reason = PROBLEMS.find((it) => it === url.searchParams.get('problem'));
	return provider && reason ? { reason, issues: {} } : null;
}

/** The page before somebody goes to the provider, and after it did not work. */
export function showSignOn(provider: Provider | null, url: URL) {
	const { name } = requireProvider(provider);
	return { name, problem: problemIn(provider, url) };
}
