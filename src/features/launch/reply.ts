import type { Reason } from '#i18n/reasons.ts';
import type { Issues } from '#kernel/errors.ts';

/** A form that came back: why, which fields, and everything that was typed. */
export type Reply = {
	readonly reason: Reason;
	readonly issues: Issues;
	readonly values: Readonly<Record<string, string>>;
};

/** Of a page with several forms: the reply to the one with this action, `?/extend`; or null. */
export function replyTo(
	action: string,
	{ search }: { readonly search: string },
	reply: Reply | null
): Reply | null {
	return new URLSearchParams(search).has(`/${action}`) ? reply : null;
}

/** The forms whose fields carry the name of their action: `reason-withdraw`. */
export const SUFFIXES = [
	'poll',
	'panel',
	'agree',
	'extend',
	'correct',
	'suspend',
	'resume',
	'withdraw'
] as const;
