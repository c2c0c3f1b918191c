import { expect, test } from 'vitest';
import { expectFragments, fillFragments, fragmentOf } from './fragments.ts';

const bytes = (...parts: string[]) => parts.map((part) => Buffer.from(part));
const pageOf = (html: string) =>
	new Response(html, {
		status: 201,
		headers: [
			['content-type', 'text/html'],
			['etag', '"x"'],
			['set-cookie', 'a=1'],
			['set-cookie', 'b=2']
		]
	});

test('a fragment comes in the place of its mark, byte for byte', async () => {
	const request = {};
	expectFragments(request);
	const thread = fragmentOf(request, bytes('<ol>', 'Ayşe 🌷', '</ol>'));
	const other = fragmentOf(request, bytes('<p>$& $1</p>'));
	const page = pageOf(`<main>é${thread.html}<hr>${other.html}</main>`);
	expect(thread.html).not.toContain('Ayşe');

	const filled = await fillFragments(request, page);
	expect(filled.status).toBe(201);
	const whole = await filled.text();
	expect(whole).toBe('<main>é<ol>Ayşe 🌷</ol><hr><p>$& $1</p></main>');
	expect(filled.headers.get('content-length')).toBe(String(Buffer.byteLength(whole)));
	expect(filled.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
	expect(filled.headers.get('etag')).toBeNull();
});

test('a mark that somebody typed brings nothing', async () => {
	const request = {};
	expectFragments(request);
	const mine = fragmentOf(request, bytes('mijn'));
	const theirs = {};
	expectFragments(theirs);
	const stolen = fragmentOf(theirs, bytes('GEHEIM'));
	const filled = await fillFragments(request, pageOf(`${mine.html}|${stolen.html}|`));
	expect(await filled.text()).toBe('mijn||');
});

test('where nobody fills them, fragments stand in the page as text', () => {
	expect(fragmentOf({}, bytes('<p>', 'dag', '</p>')).html).toBe('<p>dag</p>');
});

test('a page without fragments is left as it is', async () => {
	const request = {};
	expectFragments(request);
	const page = pageOf('<p>dag</p>');
	expect(await fillFragments(request, page)).toBe(page);
	expect(await fillFragments({}, page)).toBe(page);
});
