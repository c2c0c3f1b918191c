import { Marked, type Token, type Tokens } from 'marked';
import sanitize from 'sanitize-html';

/** Longer than this is not read as Markdown; it stands as plain text. */
const LONGEST = 10_000;
/** Quotes in lists in quotes: deeper than this stands as plain text too. */
const DEEPEST = 50;

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (it) => ENTITIES[it] ?? it);

const marked = new Marked({
	gfm: true,
	breaks: true,
	tokenizer: {
		// typed HTML is text like any other, and a line that looks like a reference does not vanish
		html: () => undefined,
		tag: () => undefined,
		def: () => undefined
	},
	renderer: {
		// the page has its own headings; those of a writer come below them
		heading({ tokens }) {
			return `<h4>${this.parser.parseInline(tokens)}</h4>\n`;
		},
		// nobody may learn from a picture's server who reads
		image: ({ text, href }) => escaped(text || href),
		checkbox: ({ checked }) => (checked ? '[x] ' : '[ ] ')
	}
});

/** The one list of what people's words may become. */
const ALLOWED: sanitize.IOptions = {
	allowedTags: [
		...['p', 'br', 'hr', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'h4', 'a'],
		...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td']
	],
	allowedAttributes: { a: ['href', 'title', 'rel'] },
	allowedSchemes: ['http', 'https', 'mailto'],
	allowedSchemesAppliedToAttributes: ['href'],
	allowProtocolRelative: false,
	transformTags: {
		a: (tagName, { href = '', ...others }) => ({
			tagName,
			attribs: {
				// a link within this website could pass for one of ours
				...(/^(https?:|mailto:)/i.test(href) ? { href } : {}),
				...others,
				rel: 'nofollow ugc noopener'
			}
		})
	}
};

/** How many quotes and list signs a line begins with: `> > 1. ` has three. */
function signsBefore(line: string): number {
	let count = 0;
	let at = 0;
	const sign = /[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y;
	while (((sign.lastIndex = at), sign.test(line))) {
		count += 1;
		at = sign.lastIndex;
	}
	return count;
}

type Nested = { readonly tokens?: Token[]; readonly items?: Tokens.ListItem[] };

function deeperThan(limit: number, tokens: readonly Token[]): boolean {
	if (tokens.length > 0 && limit < 0) return true;
	return tokens.some((token) => {
		const { tokens: inner = [], items = [] } = token as Nested;
		return deeperThan(limit - 1, inner) || deeperThan(limit - 1, items);
	});
}

/** Paragraphs and lines as they were typed, and nothing else. */
function asPlainText(text: string): string {
	return text
		.split(/\n{2,}/)
		.filter((paragraph) => paragraph.trim() !== '')
		.map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br />')}</p>`)
		.join('\n');
}

/**
 * What a person wrote, as HTML that is safe to show. Made once, when it is written: reading a page
 * parses nothing, so no text can break one.
 *
 * Never throws. What is too long, too deep or too much for the parser stands as plain text. There
 * are no pictures, and a link says `nofollow ugc noopener`.
 */
export function renderMarkdown(text: string): string {
	if (text.length > LONGEST) return asPlainText(text);
	if (text.split('\n').some((line) => signsBefore(line) > DEEPEST)) return asPlainText(text);
	try {
		const tokens = marked.lexer(text);
		if (deeperThan(DEEPEST, tokens)) return asPlainText(text);
		return sanitize(marked.parser(tokens), ALLOWED).trim() || asPlainText(text);
	} catch {
		return asPlainText(text);
	}
}
