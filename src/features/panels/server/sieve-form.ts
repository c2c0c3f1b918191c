import { render } from 'svelte/server';
import { loadCatalogue } from '#i18n/catalogue.ts';
import type { Context } from '#kernel/server/context.ts';
import type { Bytes } from '#kernel/server/fragments.ts';
import SieveForm from '../components/Sieve.svelte';
import type { Counts } from '../counts.ts';
import { queryOf, type Sieve } from '../sieve.ts';
import type { PanelToRead } from './panel-to-read.ts';
import { Recent } from './recent.ts';
import { htmlOf } from './render-thread.ts';

const made = new Recent<Bytes>(50);

/** The form with which a reader sorts and chooses, made once for all who stand at the same place. */
export function sieveForm(
	{ locale }: Pick<Context, 'locale'>,
	panel: PanelToRead,
	sieve: Sieve,
	counts: Counts
): Promise<Bytes> {
	const key = [panel.id, panel.version, locale, queryOf(sieve, 1)].join('/');
	return made.get(key, async () => {
		const words = await loadCatalogue(locale);
		return Buffer.from(htmlOf(render(SieveForm, { props: { words, sieve, counts } })));
	});
}
