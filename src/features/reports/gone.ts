import type { Catalogue } from '#i18n/catalogue.ts';
import type { Gone, Quote, ReportDocument } from './document.ts';
import { keyOf } from '#features/themes/source.ts';

/** Everything that a report quotes, in the order of its themes. */
export const quotesIn = ({ themes }: ReportDocument): readonly Quote[] =>
	themes.flatMap(({ quotes }) => quotes);

/** Whether words were taken away from this document since it was adopted. */
export const holdsGone = (document: ReportDocument): boolean =>
	quotesIn(document).some(({ gone }) => gone !== undefined);

/** The document with every quote made anew. */
export const withQuotes = (
	document: ReportDocument,
	made: (quote: Quote) => Quote
): ReportDocument => ({
	...document,
	themes: document.themes.map((theme) => ({ ...theme, quotes: theme.quotes.map(made) }))
});

/**
 * The document as it may be served: of quotes whose source is gone (by `keyOf`) without the words,
 * in whatever language, and without who said them. The figures stay as they were adopted.
 */
export const withoutGone = (
	document: ReportDocument,
	sources: ReadonlyMap<string, Gone>
): ReportDocument =>
	withQuotes(document, (quote) => {
		const gone = sources.get(keyOf(quote.source));
		return gone ? { ...quote, text: '', translation: null, by: '', gone } : quote;
	});

/** The sentence in the place of words that are gone. */
export const stubText = (gone: Gone, { reports }: Catalogue): string =>
	gone.kind === 'hidden' ? reports.gone.hidden(gone.rule, gone.words) : reports.gone.withdrawn;
