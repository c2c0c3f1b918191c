import { NotFound } from '#kernel/errors.ts';
import type { LayoutServerLoad } from './$types.ts';

/** There is nothing below a place that does not exist. */
export const load: LayoutServerLoad = ({ locals }) => {
	if (locals.noSuchPlace) throw new NotFound('not-found');
};
