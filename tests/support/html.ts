import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { loadCatalogue, type Locale } from '#i18n/catalogue.ts';
import Worded from './Worded.svelte';

/** The markup of a component as a reader of this language gets it, without Svelte's own comments. */
export async function htmlOf<Props extends Record<string, unknown>>(
	component: Component<Props>,
	props: Props,
	locale: Locale = 'nl'
): Promise<string> {
	const text = await loadCatalogue(locale);
	const { body } = render(Worded as unknown as Component, {
		props: { text, component, props }
	});
	return body.replace(/<!--.*?-->/gs, '');
}

/** What one reads of it: tags away, spaces as one. */
export const wordsOf = (html: string): string =>
	html
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ')
		.trim();
