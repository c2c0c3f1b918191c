import { expect, test } from 'vitest';
import { messageOf } from './message.ts';

const DRAFT = {
	subject: 'A & B',
	greeting: 'Dag <i>Jan</i>,',
	lead: ['Eén.', 'Twee.'],
	link: { label: 'Log in', url: 'https://school.example/sign-in/abc?a=1&b="2"' },
	digits: { label: 'Vul in:', value: '012345' },
	close: ['Klaar.'],
	sender: 'Samenspraak'
};

test('both parts of a mail say the same, and nobody can put a tag in one', () => {
	const { text, html, subject } = messageOf(DRAFT, 'nl');
	expect(subject).toBe('A & B');
	expect(text).toBe(
		'Dag <i>Jan</i>,\n\nEén.\nTwee.\n\nhttps://school.example/sign-in/abc?a=1&b="2"\n\nVul in:\n012 345\n\nKlaar.\n\n-- \nSamenspraak\n'
	);
	for (const said of ['A &amp; B', 'Dag &lt;i&gt;Jan', 'Eén.<br>Twee.', '012 345', 'Samenspraak'])
		expect(html).toContain(said);
	expect(html).toContain('href="https://school.example/sign-in/abc?a=1&amp;b=&quot;2&quot;"');
});

test('a mail reads from the right where its language does, with the digits as they are', () => {
	const { html } = messageOf(DRAFT, 'ar');
	expect(html).toContain('<html lang="ar" dir="rtl">');
	expect(html).toContain('<bdi>012 345</bdi>');
	expect(messageOf(DRAFT, 'en').html).toContain('<html lang="en" dir="ltr">');
});
