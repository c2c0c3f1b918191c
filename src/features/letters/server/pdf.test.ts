import { readFileSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { composeLetter } from '../letter.ts';
import { lettersAsPdf } from './pdf.ts';
import type { LetterText } from './show-letter.ts';
import { newCode, printedCode } from '#features/people/code.ts';
import { LETTER_LANGUAGES } from '#i18n/letters/index.ts';
import { Conflict } from '#kernel/errors.ts';
import { NOON } from '#tests/support/world.ts';

const wasm = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

const ORIGIN = 'https://praatmee.example';
const POLL = {
	slug: 'tijden',
	question: 'Welke schooltijden wilt u?',
	several: false,
	options: [
		{ label: 'Zo blijven', hint: '8.30 tot 15.15 uur' },
		{ label: 'Vijf gelijke dagen', hint: '' },
		{ label: 'Geen voorkeur', hint: '' }
	]
};
const about: LetterText = {
	school: 'obs De Merelmolen',
	asker: 'MR De Merelmolen',
	title: 'Welke schooltijden passen bij ons?',
	introduction: 'De school wil andere schooltijden. # $x$ *vet* [niet] @waar <label> "zo"',
	contact: 'Marloes de Wit',
	help: { name: 'Meester Wim', phone: '06-0000 0011' },
	opensAt: new Date('2027-05-10T06:00:00Z'),
	closesAt: new Date('2027-05-28T21:59:00Z'),
	answerDay: '2027-09-01',
	unit: 'household',
	secrecy: 'secret',
	onPaper: true,
	evening: {
		startsAt: new Date('2027-05-20T17:30:00Z'),
		place: 'de aula',
		details: 'Met opvang en een tolk.'
	},
	polls: [POLL],
	today: NOON
};

const letterOf = (locale: string | null, other: Partial<LetterText> = {}, code = newCode()) =>
	composeLetter(
		{ ...about, ...other },
		{ code, name: 'Şefik Çelik', householdKey: 'M-014', group: 'Groep 6', locale },
		ORIGIN
	);
const open = async (pdf: Buffer) =>
	getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;
type Pdf = Awaited<ReturnType<typeof open>>;

async function textOf(pdf: Pdf, number: number): Promise<string> {
	const content = await (await pdf.getPage(number)).getTextContent();
	return content.items.map((it) => ('str' in it ? it.str : '')).join(' ');
}

/** What a camera reads on a page. */
async function readOn(pdf: Pdf, number: number): Promise<string[]> {
	const page = await pdf.getPage(number);
	const viewport = page.getViewport({ scale: 2 });
	const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
	const context = canvas.getContext('2d');
	await page.render({
		canvas: canvas as unknown as HTMLCanvasElement,
		canvasContext: context as unknown as CanvasRenderingContext2D,
		viewport
	}).promise;
	const found = await readBarcodes(new Uint8Array(canvas.toBuffer('image/png')), {
		formats: ['QRCode']
	});
	return found.map(({ text }) => text);
}

test('thirty letters are thirty pages; the square of each leads to its own sign-in page', async () => {
	const letters = Array.from({ length: 30 }, (_, nth) =>
		letterOf(LETTER_LANGUAGES[nth % LETTER_LANGUAGES.length] ?? null)
	);
	const pdf = await open(await lettersAsPdf('Brieven', letters, NOON));
	expect(pdf.numPages).toBe(30);
	for (const [nth, letter] of letters.entries()) {
		expect(await readOn(pdf, nth + 1)).toEqual([letter.code.url]);
		expect(await textOf(pdf, nth + 1)).toContain(letter.code.printed);
	}
}, 120_000);

test('a letter is text that can be selected, tagged, in a language and with a description of its square', async () => {
	const code = '7KX2M9RD';
	const pdf = await open(await lettersAsPdf('Brieven', [letterOf('nl', {}, code)], NOON));
	const marked = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean>;
	expect(marked.get('Marked')).toBe(true);
	const { info, metadata } = await pdf.getMetadata();
	expect(info).toMatchObject({ Title: 'Brieven', Language: 'nl' });
	expect(String(metadata.getRaw())).toMatch(/pdfuaid/);
	const words = await textOf(pdf, 1);
	expect(words).toContain(printedCode(code));
	expect(words).toContain('Şefik Çelik');
	// what somebody wrote is text, whatever it would mean to the typesetter
	expect(words.replace(/\s+/g, ' ')).toContain('# $x$ *vet* [niet] @waar <label> "zo"');
	const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
	expect(tree).toMatch(/"role":"H1"/);
	expect(tree).toContain('Vierkante code voor de camera van uw telefoon');
});

test('a letter stays one page with the longest title and three polls, and is refused beyond that', async () => {
	const title = `${'Welke schooltijden passen het best bij alle gezinnen '.repeat(3)}?`.slice(
		0,
		120
	);
	const long = letterOf('uk', { title, polls: [POLL, POLL, POLL] });
	const pdf = await open(await lettersAsPdf('Brieven', [long, letterOf('ar')], NOON));
	expect(pdf.numPages).toBe(2);
	expect(await readOn(pdf, 1)).toEqual([long.code.url]);

	const tooLong = letterOf('nl', { introduction: 'Dit is veel te lang. '.repeat(400) });
	await expect(lettersAsPdf('Brieven', [tooLong], NOON)).rejects.toThrow(
		new Conflict('letters.too-long')
	);
});
