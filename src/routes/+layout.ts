import { loadCatalogue } from '#i18n/catalogue.ts';
import type { LayoutLoad } from './$types.ts';

/**
 * Pages are finished on the server and stay as they came: no framework in the browser. Forms are
 * forms, links are links, and static/enhance.js makes a few things nicer.
 */
export const csr = false;

export const load: LayoutLoad = async ({ data }) => ({
	...data,
	text: await loadCatalogue(data.locale)
});
