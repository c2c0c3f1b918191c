import type { Catalogue } from '#i18n/catalogue.ts';
import type { ReportDocument } from './document.ts';
import { quotesIn, stubText, withQuotes } from './gone.ts';
import { canonicalJson } from '#kernel/canonical.ts';

type Served = {
	readonly document: ReportDocument;
	readonly hash: string;
	readonly bytes: string | null;
};

/**
 * An edition as JSON: the very bytes that were hashed. Where words were taken away since, a sentence
 * stands in their place, and `removed` names the quotes, and the hash that only the edition as it was
 * adopted has.
 */
export function reportJson({ document, hash, bytes }: Served, text: Catalogue): string {
	if (bytes !== null) return bytes;
	const { since, fingerprint } = text.reports.gone;
	const shown = withQuotes(document, (quote) =>
		quote.gone ? { ...quote, text: stubText(quote.gone, text), language: text.locale } : quote
	);
	const quotes = quotesIn(document).flatMap(({ source: { kind, id }, gone }) =>
		gone ? [{ kind, id, gone }] : []
	);
	return canonicalJson({ ...shown, removed: { note: `${since} ${fingerprint}`, hash, quotes } });
}
