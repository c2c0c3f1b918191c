import { encode } from 'uqr';
import { expect, test } from 'vitest';
import type { LetterText } from '../server/show-letter.ts';
import Letter from './Letter.svelte';
import QrCode from '#ui/QrCode.svelte';
import { LETTER_LANGUAGES, type LetterLanguage } from '#i18n/letters/index.ts';
import { htmlOf, wordsOf } from '#tests/support/html.ts';

const about: LetterText = {
	school: 'obs De Merelmolen',
	asker: 'MR De Merelmolen',
	title: 'Welke schooltijden passen bij ons?',
	introduction: 'De school wil andere schooltijden.',
	contact: 'Marloes de Wit',
	help: { name: 'Meester Wim', phone: '06-0000 0011' },
	opensAt: new Date('2027-05-10T06:00:00Z'),
	closesAt: new Date('2027-05-28T21:59:00Z'),
	answerDay: '2027-09-01',
	unit: 'household',
	secrecy: 'secret',
	onPaper: true,
	evening: undefined,
	polls: [
		{
			slug: 'tijden',
			question: 'Welke schooltijden wilt u?',
			several: false,
			options: [
				{ label: 'Zo blijven', hint: '8.30 tot 15.15 uur' },
				{ label: 'Geen voorkeur', hint: '' }
			]
		}
	],
	today: new Date('2027-05-03T10:00:00Z')
};
const letter = {
	code: '7KX2M9RD',
	name: 'Ayşe Demir',
	householdKey: 'gezin-12',
	group: 'Groep 6'
};
const origin = 'https://praatmee.example';
const shown = async (other: Partial<LetterText> = {}, locale: LetterLanguage = 'nl') =>
	htmlOf(Letter, { letter: { ...letter, locale }, about: { ...about, ...other }, origin });
const stripOf = (html: string) => html.slice(html.indexOf('l-strip'));

test('a letter says for whom, what, until when, with what code, and who helps', async () => {
	const words = wordsOf(await shown());
	for (const part of [
		'Aan Ayşe Demir',
		'Welke schooltijden passen bij ons?',
		'praatmee.example/join',
		'7KX2-M9RD',
		'tot en met vrijdag 28 mei',
		'Open vanaf maandag 10 mei',
		'Uw antwoord is geheim',
		'Meester Wim, telefoon 06-0000 0011',
		'MR De Merelmolen'
	])
		expect(words).toContain(part);
});

test('a closing in the middle of a day is printed with its time, on the letter and on the strip', async () => {
	const closing = async (closesAt: string, locale?: LetterLanguage) =>
		wordsOf(await shown({ closesAt: new Date(closesAt) }, locale));
	const evening = await closing('2027-05-28T18:00:00Z');
	expect(evening.match(/tot vrijdag 28 mei, 20\.00 uur/g)).toHaveLength(2);
	const midnight = await closing('2027-05-28T22:00:00Z');
	expect(midnight.match(/tot zaterdag 29 mei, 0\.00 uur/g)).toHaveLength(2);
	expect(evening + midnight).not.toContain('tot en met');
	expect((await closing('2027-05-28T21:59:00Z')).match(/tot en met vrijdag 28 mei/g)).toHaveLength(
		2
	);
	expect((await closing('2027-05-28T18:00:00Z', 'en')).match(/28 May, 20:00/g)).toHaveLength(2);
});

test('the letter promises no more English than there is: the website, not what people wrote', async () => {
	for (const locale of ['nl', 'en'] as const) {
		const html = await shown({}, locale);
		const said = wordsOf(/<p lang="en">(.*?)<\/p>/s.exec(html)?.[1] ?? '');
		expect(said).toContain('The website has an English version');
		expect(said).toContain('is not translated');
	}
});

test('the strip to hand in has the code and a box per option, and no name and no household', async () => {
	const strip = stripOf(await shown());
	expect(strip.match(/class="box/g)).toHaveLength(2);
	expect(wordsOf(strip)).toContain('Zo blijven: 8.30 tot 15.15 uur');
	expect(strip).toContain('7KX2-M9RD');
	expect(strip).not.toMatch(/Demir|gezin-12|Groep 6/);
});

test('which answer counts depends on the secrecy, and is printed on the strip', async () => {
	expect(stripOf(await shown())).toContain('Dan telt wat als eerste binnenkomt');
	for (const secrecy of ['confidential', 'named'] as const)
		expect(stripOf(await shown({ secrecy }))).toContain('Dan telt wat het laatst binnenkomt');
});

test('where paper is no way to answer there is no strip', async () => {
	expect(await shown({ onPaper: false })).not.toContain('l-strip');
});

test('the square holds the address with the code, drawn to the dot', async () => {
	const value = `${origin}/join?code=7KX2M9RD`;
	const { data, size } = encode(value, { ecc: 'M', border: 4 });
	const html = await htmlOf(QrCode, { value, label: 'Vierkante code' });
	const drawn = data.map((row) => row.map(() => false));
	for (const [, x = '', y = '', run = ''] of html.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
		drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(run));
	expect(drawn).toEqual(data);
	expect(html).toContain(`viewBox="0 0 ${String(size)} ${String(size)}"`);
	expect((await shown()).includes(html.match(/ d="([^"]*)"/)?.[1] ?? '?')).toBe(true);
});

test.each(LETTER_LANGUAGES)(
	'a letter in %s says what it is in, from which side it is read, and leaves no word out',
	async (language) => {
		const html = await shown({}, language);
		expect(html).toContain(`lang="${language}"`);
		expect(html).toContain(`dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
		expect(wordsOf(html)).not.toMatch(/undefined|\[object/);
		// what the school wrote stays Dutch, and is told to be so
		expect(html).toMatch(/lang="nl"[^>]*>\s*<h2[^>]*>Welke schooltijden/);
		if (language !== 'nl') expect(wordsOf(html)).not.toContain('Vul de code in');
	}
);
