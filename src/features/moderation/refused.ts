import type { Reason } from '#i18n/reasons.ts';

/** A form of the desk that came back; a page with several forms does not know which. */
export type Refused = {
	readonly reason?: Reason;
	readonly issues?: Readonly<Record<string, string>>;
	readonly values?: Readonly<Record<string, string>>;
};
