import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';

/** The tags and attributes that come out, as written. */
const tagsIn = (html: string) => html.match(/<[^>]*>/g) ?? [];

const PLAIN =
	/^<\/?(p|em|strong|del|code|pre|blockquote|h4|ul|ol|li|table|thead|tbody|tr|th|td)>$|^<(br|hr) \/>$|^<\/a>$/;
const LINK =
	/^<a( href="(https?:\/\/|mailto:)[^"]*")?( title="[^"]*")? rel="nofollow ugc noopener">$/;
const isAllowed = (tag: string) => PLAIN.test(tag) || LINK.test(tag);

const HOSTILE = [
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'<svg onload=alert(1)>',
	'<svg><script>alert(1)</script></svg>',
	'<math><mtext><script>alert(1)</script></mtext></math>',
	'<iframe src="javascript:alert(1)"></iframe>',
	'<object data="data:text/html,<script>alert(1)</script>">',
	'<style>*{background:url(https://evil.example)}</style>',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
	'<xmp><img src=x onerror=alert(1)></xmp>',
	'<textarea><img src=x onerror=alert(1)></textarea>',
	'<select><option><img src=x onerror=alert(1)></option></select>',
	'<form action=/sign-out><button>Klik</button></form>',
	'<input autofocus onfocus=alert(1)>',
	'<base href="https://evil.example/">',
	'<meta http-equiv=refresh content="0;url=https://evil.example">',
	'<a href="javascript:alert(1)">x</a>',
	'<p style="position:fixed">x</p>',
	'<!-- <script>alert(1)</script> -->',
	'<![CDATA[<script>alert(1)</script>]]>',
	'<?php echo 1 ?><script>alert(1)</script>',
	'[x](javascript:alert(1))',
	'[x](JaVaScRiPt:alert(1))',
	'[x](java\tscript:alert(1))',
	'[x](&#106;avascript:alert(1))',
	'[x](<javascript:alert(1)>)',
	'[x](data:text/html;base64,PHNjcmlwdD4=)',
	'[x](vbscript:msgbox(1))',
	'[x](//evil.example)',
	'[x](/\\evil.example)',
	'[x](/sign-out)',
	'[x](https://a.example "\\"onmouseover=alert(1)//")',
	"[x](https://a.example'onclick=alert(1))",
	'![x](https://evil.example/pixel.png)',
	'![x](javascript:alert(1))',
	'<javascript:alert(1)>',
	'[![x](https://evil.example/p.png)](javascript:alert(1))',
	'[x]: javascript:alert(1)\n\n[x]',
	'`<img src=x onerror=alert(1)>`',
	'```html"><img src=x onerror=alert(1)>\n<script>\n```',
	'| <img src=x onerror=alert(1)> |\n|---|\n| <script>alert(1)</script> |',
	'# <script>alert(1)</script>',
	'**<b onclick=alert(1)>**',
	'> <script>\n> alert(1)\n> </script>',
	'- [ ] <input onclick=alert(1)>',
	'\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
	'</p></li></ol><script>alert(1)</script>',
	'https://a.example/"><script>alert(1)</script>'
];

test.each(HOSTILE)('nothing hostile comes out of %j', (text) => {
	const html = renderMarkdown(text);
	expect(tagsIn(html).filter((tag) => !isAllowed(tag))).toEqual([]);
	expect(tagsIn(html).join('')).not.toMatch(/href="\s*(?:javascript|data|vbscript|\/\/)/i);
});

test('what people write every day becomes what they mean', () => {
	expect(renderMarkdown('Hallo **allemaal**\ntot *morgen*')).toBe(
		'<p>Hallo <strong>allemaal</strong><br />tot <em>morgen</em></p>'
	);
	expect(renderMarkdown('- een\n- twee')).toBe('<ul>\n<li>een</li>\n<li>twee</li>\n</ul>');
});

test('a link says that we do not vouch for it', () => {
	expect(renderMarkdown('Zie https://school.example/plan')).toBe(
		'<p>Zie <a href="https://school.example/plan" rel="nofollow ugc noopener">https://school.example/plan</a></p>'
	);
});

test('a picture leaves its words and no address', () => {
	expect(renderMarkdown('![het plein](https://evil.example/p.png)')).toBe('<p>het plein</p>');
});

test('typed HTML stands as it was typed, and Markdown in it still works', () => {
	expect(renderMarkdown('<b>niet</b> **wel** en 1 < 2')).toBe(
		'<p>&lt;b&gt;niet&lt;/b&gt; <strong>wel</strong> en 1 &lt; 2</p>'
	);
});

test('a heading comes below the headings of the page', () => {
	expect(renderMarkdown('# Groot\n\n###### Klein')).toBe('<h4>Groot</h4>\n<h4>Klein</h4>');
});

const EXPENSIVE: Record<string, string> = {
	quotes: '>'.repeat(10_000),
	'quotes with spaces': '> '.repeat(5_000),
	numbers: '1. '.repeat(3_300),
	dashes: '- '.repeat(5_000),
	'a list a hundred deep': Array.from({ length: 98 }, (_, n) => `${' '.repeat(2 * n)}- a`).join(
		'\n'
	),
	brackets: '['.repeat(10_000),
	links: '[a]('.repeat(2_500),
	pictures: '!['.repeat(5_000),
	stars: '*a '.repeat(3_300),
	underscores: '_a_'.repeat(3_300),
	backticks: '`a'.repeat(5_000),
	tildes: '~~a'.repeat(3_300),
	angles: '<'.repeat(10_000),
	entities: '&#'.repeat(5_000),
	spaces: `a${' '.repeat(9_998)}a`,
	'a wide table': `${'|a'.repeat(100)}\n${'|-'.repeat(100)}\n${('|b'.repeat(100) + '\n').repeat(20)}`
};

test.each(Object.entries(EXPENSIVE))('a text of many %s is shown, and safely', (_, text) => {
	const html = renderMarkdown(text);
	expect(html).not.toBe('');
	expect(tagsIn(html).filter((tag) => !isAllowed(tag))).toEqual([]);
});

test('what nests too deep, or is too long, stands as plain text', () => {
	expect(renderMarkdown(`${'> '.repeat(51)}diep`)).toMatch(/^<p>&gt; &gt; /);
	expect(renderMarkdown(`${'> '.repeat(20)}diep`)).toMatch(/^<blockquote>/);
	expect(renderMarkdown(`**vet**${'a'.repeat(10_000)}`)).toMatch(/^<p>\*\*vet\*\*a/);
	expect(renderMarkdown(`<b>${'a'.repeat(10_000)}`)).toMatch(/^<p>&lt;b&gt;a/);
});
