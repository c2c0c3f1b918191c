import type { Context } from '#kernel/server/context.ts';

/** A PIN as it is kept: with the key of the installation, and of no use at another helpdesk. */
export const pinSeal = ({ seal }: Pick<Context, 'seal'>, helpdeskId: string, pin: string): string =>
	seal(`helpdesk-pin/${helpdeskId}/${pin}`);
