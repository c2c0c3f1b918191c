import type { Transport } from '@sveltejs/kit/hooks';
import { Fragment } from '#kernel/fragment.ts';

/** A fragment is in the page already; it is not sent a second time as data. */
export const transport: Transport = {
	Fragment: {
		encode: (value) => value instanceof Fragment && 'in the page',
		decode: () => new Fragment('')
	}
};
