import { expect, test } from 'vitest';
import { expectPage, fragmentOf, keepPage, sendPage } from './fragments.ts';

const bytes = (...parts: string[]) => parts.map((part) => Buffer.from(part));
const answerWith = (html: string) =>
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
	expectPage(request);
	const thread = fragmentOf(request, bytes('<ol>', 'Ayşe 🌷', '</ol>'));
	const other = fragmentOf(request, bytes('<p>$& $1</p>'));
	expect(thread.html).not.toContain('Ayşe');
	const left = keepPage(request, `<main>é${thread.html}<hr>${other.html}</main>`);

	const sent = sendPage(request, answerWith(left));
	expect(sent.status).toBe(201);
	const whole = await sent.text();
	expect(whole).toBe('<main>é<ol>Ayşe 🌷</ol><hr><p>$& $1</p></main>');
	expect(sent.headers.get('content-length')).toBe(String(Buffer.byteLength(whole)));
	expect(sent.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
	expect(sent.headers.get('etag')).toBeNull();
});

test('a page without fragments is sent as it was kept', async () => {
	const request = {};
	expectPage(request);
	const sent = sendPage(request, answerWith(keepPage(request, '<p>€ 5</p>')));
	expect(await sent.text()).toBe('<p>€ 5</p>');
});

test('a mark that belongs to another page brings nothing', async () => {
	const [mine, theirs] = [{}, {}];
	expectPage(mine);
	expectPage(theirs);
	const own = fragmentOf(mine, bytes('mijn'));
	const stolen = fragmentOf(theirs, bytes('GEHEIM'));
	const sent = sendPage(mine, answerWith(keepPage(mine, `${own.html}|${stolen.html}|`)));
	expect(await sent.text()).toBe('mijn||');
});

test('where no page is expected, fragments stand in it as text', () => {
	expect(fragmentOf({}, bytes('<p>', 'dag', '</p>')).html).toBe('<p>dag</p>');
});

test('an answer that is no page goes out as it is', () => {
	const request = {};
	expectPage(request);
	const answer = answerWith('a;b;c');
	expect(sendPage(request, answer)).toBe(answer);
	expect(sendPage({}, answer)).toBe(answer);
});
