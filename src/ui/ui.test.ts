import { readFileSync, globSync } from 'node:fs';
import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { piecesOf } from './bar-part.ts';
import Bars from './Bars.svelte';
import Button from './Button.svelte';
import Choices from './Choices.svelte';
import Crumbs from './Crumbs.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import Field from './Field.svelte';
import Icon from './Icon.svelte';
import { iconNames } from './icon-names.ts';
import { length } from './length.ts';
import { spriteOf } from './make-icons.ts';
import Mark from './Mark.svelte';
import Masthead from './Masthead.svelte';
import Notice from './Notice.svelte';
import Origin from './Origin.svelte';
import Phases from './Phases.svelte';
import Row from './Row.svelte';
import Ruler from './Ruler.svelte';
import Table from './Table.svelte';

const root = new URL('../', import.meta.url).pathname;
const filesOf = (pattern: string) => globSync(pattern, { cwd: root });
const read = (file: string) => readFileSync(root + file, 'utf8');

/** The markup of a component, without the comments that only a browser with Svelte reads. */
function htmlOf<Props extends Record<string, unknown>>(component: Component<Props>, props: Props) {
	const { body } = render(component as unknown as Component, { props });
	return body.replace(/<!--.*?-->/gs, '');
}
const text = (words: string) => createRawSnippet(() => ({ render: () => `<span>${words}</span>` }));

/** The value of an attribute of the first tag that matches. */
const attribute = (html: string, tag: string, name: string) =>
	html.match(new RegExp(`<${tag}[^>]*?\\s${name}="([^"]*)"`))?.[1];

describe('a field', () => {
	const wrong = htmlOf(Field, {
		label: 'Your e-mail address',
		name: 'email',
		hint: 'Only for news of the report.',
		issue: 'There is an @ in an e-mail address.',
		value: 'karim.example.org'
	});

	test('is named by its label', () => {
		expect(attribute(wrong, 'label', 'for')).toBe(attribute(wrong, 'input', 'id'));
	});

	test('is described by its hint and by what is wrong with it, and only then invalid', () => {
		expect(attribute(wrong, 'input', 'aria-describedby')).toBe('email-hint email-issue');
		expect(wrong).toContain('id="email-hint"');
		expect(wrong).toContain('id="email-issue"');
		expect(attribute(wrong, 'input', 'aria-invalid')).toBe('true');

		const right = htmlOf(Field, { label: 'Name', name: 'name' });
		expect(right).not.toMatch(/aria-describedby|aria-invalid|has-error/);
	});

	test('gives back what was typed, in a line and in a text', () => {
		expect(attribute(wrong, 'input', 'value')).toBe('karim.example.org');
		const typed = { label: 'Text', name: 'text', multiline: true, value: 'Two <b>lines' };
		expect(htmlOf(Field, typed)).toContain('>Two &lt;b>lines</textarea>');
	});

	test('for a code helps with neither spelling nor memory', () => {
		const code = htmlOf(Field, { label: 'Code', name: 'code', code: true });
		expect(attribute(code, 'input', 'autocomplete')).toBe('off');
		expect(attribute(code, 'input', 'spellcheck')).toBe('false');
	});
});

describe('choices', () => {
	const options = [
		{ value: '30', label: '30 minutes' },
		{ value: '45', label: '45 minutes' }
	];

	test('carry what is wrong on the group, and the id a summary links to on the first', () => {
		const html = htmlOf(Choices, {
			legend: 'How long?',
			name: 'long',
			options,
			issue: 'Choose one.'
		});
		expect(attribute(html, 'fieldset', 'role')).toBe('radiogroup');
		expect(attribute(html, 'fieldset', 'aria-describedby')).toBe('long-issue');
		expect(attribute(html, 'input', 'id')).toBe('long');
		expect(html.match(/ id="long"/g)).toHaveLength(1);
	});

	test('come back as they were chosen', () => {
		const html = htmlOf(Choices, { legend: 'How long?', name: 'long', options, value: '45' });
		expect(html.match(/value="(\d+)" checked/)?.[1]).toBe('45');
	});
});

describe('round the page', () => {
	const place = { href: '/reports', label: 'Reports', current: true };
	const mast = htmlOf(Masthead, {
		name: 'School',
		href: '/',
		nav: [place],
		tools: [{ action: '/sign-out', label: 'Sign out', icon: 'sign-out' }],
		words: { menu: 'Menu', main: 'Main menu' }
	});

	test('there is one menu for wide and one for narrow, and never both in sight', () => {
		expect(mast.match(/<nav/g)).toHaveLength(2);
		expect(mast).toMatch(
			/<details class="menu only-narrow"><summary>.*?<nav aria-label="Main menu">/s
		);
		expect(mast).toContain('<nav class="mast-nav only-wide" aria-label="Main menu">');
	});

	test('signing out is a post, not a link', () => {
		expect(mast).toContain('<form method="POST" action="/sign-out"><button');
		expect(mast).not.toContain('href="/sign-out"');
	});

	test('the page one is on is marked in the menu and in the crumbs', () => {
		expect(attribute(mast, 'a class="mast-link"', 'aria-current')).toBe('page');
		const items = [{ label: 'All', href: '/' }, { label: 'Here' }];
		const crumbs = htmlOf(Crumbs, { label: 'Where you are', items });
		expect(crumbs).toContain('<li aria-current="page">Here</li>');
	});
});

describe('what is said', () => {
	test('an error interrupts, good news waits, an explanation stays silent', () => {
		expect(attribute(htmlOf(Notice, { tone: 'error', title: 'No' }), 'div', 'role')).toBe('alert');
		expect(attribute(htmlOf(Notice, { tone: 'accent', title: 'Yes' }), 'div', 'role')).toBe(
			'status'
		);
		expect(htmlOf(Notice, { title: 'In short' })).not.toContain('role=');
	});

	test('a summary of errors leads to the fields, and an address leads to it', () => {
		const html = htmlOf(ErrorSummary, {
			title: 'Wrong',
			issues: [{ field: 'email', text: 'An @.' }]
		});
		expect(html).toContain('<a href="#email">An @.</a>');
		expect(attribute(html, 'div', 'tabindex')).toBe('-1');
		expect(attribute(html, 'div', 'id')).toBe('error-summary');
	});

	test('a mark stands beside a word and is silent, or has a name of its own', () => {
		expect(htmlOf(Origin, { kind: 'paper', word: 'on paper' })).toContain('on paper');
		expect(
			attribute(htmlOf(Origin, { kind: 'paper', word: 'on paper' }), 'svg', 'aria-hidden')
		).toBe('true');
		expect(attribute(htmlOf(Mark, { kind: 'online', label: 'online' }), 'svg', 'role')).toBe('img');
	});

	test('a phase says that it is done, and the present one is the current step', () => {
		const html = htmlOf(Phases, {
			words: { done: 'done', now: 'now' },
			items: [
				{ state: 'done', date: '1 May', title: 'Prepare' },
				{ state: 'now', date: '2 May', title: 'Talk' }
			]
		});
		expect(html).toContain('<span class="vh">(done)</span>');
		expect(html.match(/aria-current="step"/g)).toHaveLength(1);
	});

	test('a table that scrolls can be reached and has a name', () => {
		const html = htmlOf(Table, { caption: 'Answers', children: text('rows') });
		expect(html).toContain('role="region" aria-label="Answers" tabindex="0"');
	});
});

describe('drawings', () => {
	const parts = [
		{ origin: 'online', n: 126, word: '126 online' },
		{ origin: 'both', n: 0 },
		{ origin: 'evening', n: 45, word: '45 at the evening' }
	] as const;

	test('a bar begins where the one before it ends, and nothing is not drawn', () => {
		expect(piecesOf(parts, 431).map(({ x, width }) => [x, width])).toEqual([
			['0%', '29.23%'],
			['29.23%', '10.44%']
		]);
	});

	test('a length is never longer than the whole, and no part of nothing', () => {
		expect([length(1, 3), length(5, 3), length(1, 0), length(-1, 3)]).toEqual([
			'33.33%',
			'100%',
			'0%',
			'0%'
		]);
	});

	test('every number stands in the text, and the drawing is silent', () => {
		const bars = htmlOf(Bars, {
			rows: [{ label: '45 minutes', count: '171', share: '(44%)', parts }]
		});
		const ruler = htmlOf(Ruler, { count: '171', of: 'of 431', parts, total: 431 });
		for (const html of [bars, ruler]) {
			const words = html.replace(/<svg.*?<\/svg>/gs, '').replace(/<[^>]*>/g, ' ');
			expect(words).toContain('171');
			expect(words).toContain('45 at the evening');
			expect(html.match(/<svg(?![^>]*aria-hidden="true")/)).toBeNull();
		}
	});

	test('the sprite holds exactly the icons that have a name', () => {
		expect(read('ui/icons.svg')).toBe(spriteOf(iconNames));
	});

	test('an arrow along the line of reading turns round with it', () => {
		expect(attribute(htmlOf(Icon, { name: 'arrow-right' }), 'svg', 'class')).toBe('icon flip');
		expect(attribute(htmlOf(Icon, { name: 'key' }), 'svg', 'class')).toBe('icon');
	});
});

describe('the whole room', () => {
	test('a row reads margin first, then body, then aside', () => {
		const html = htmlOf(Row, { margin: text('one'), children: text('two'), aside: text('three') });
		expect(
			html
				.replace(/<[^>]*>/g, ' ')
				.split(/\s+/)
				.filter(Boolean)
		).toEqual(['one', 'two', 'three']);
	});

	test('a button with an address is a link', () => {
		expect(htmlOf(Button, { children: text('Go'), href: '/go' })).toMatch(
			/^<a class="btn" href="\/go">/
		);
		expect(attribute(htmlOf(Button, { children: text('Send') }), 'button', 'type')).toBe('submit');
	});

	test('nothing is styled in its tag, which our policy for content would block', () => {
		const styled = filesOf('**/*.svelte').filter((file) => /\sstyle(:[\w-]+)?=/.test(read(file)));
		expect(styled).toEqual([]);
	});

	test('HTML is believed in one place', () => {
		const believing = filesOf('**/*.svelte').filter((file) => read(file).includes('{@html'));
		expect(believing).toEqual(['ui/Prose.svelte']);
	});

	test('no component here keeps state, listens or knows words of its own', () => {
		const restless = filesOf('ui/*.svelte').filter((file) =>
			/\$state|\$effect|\son\w+=|#(i18n|kernel|policy|features)\//.test(read(file))
		);
		expect(restless).toEqual([]);
	});
});
