import { expect, test } from 'vitest';
import { sheetMeant, sheetPattern, sheetsIn } from './sheets.ts';

const XML = `<workbook><sheets>
	<sheet name="Ouders &amp; verzorgers &#8211; &#x1F469;" sheetId="4" r:id="rId1"/>
	<x:sheet state='veryHidden' name='a > b &quot;c&quot;' sheetId="2"/>
	<sheetView name="geen blad"/><sheet name="" sheetId="9"/>
</sheets></workbook>`;

test('the sheets of a workbook are those that its list names, with their signs', () => {
	expect(sheetsIn(XML)).toEqual([
		{ name: 'Ouders & verzorgers – 👩', hidden: false },
		{ name: 'a > b "c"', hidden: true }
	]);
	expect(sheetsIn('')).toEqual([]);
});

test('without a choice it is the first sheet that can be seen', () => {
	const sheets = [
		{ name: 'a', hidden: true },
		{ name: 'b', hidden: false }
	];
	expect([0, 1, 2, 3, -1].map((asked) => sheetMeant(sheets, asked))).toEqual([2, 1, 2, 2, 2]);
	expect(sheetMeant([], 0)).toBe(1);
});

test('a sheet of next year is known by its name without the numbers', () => {
	expect(sheetPattern('Ouders 2026-2027')).toBe(sheetPattern(' ouders 2027-28'));
	expect(sheetPattern('Ouders')).not.toBe(sheetPattern('Leerlingen'));
});

test('tags that are never closed are read through once, however many there are', () => {
	for (const piece of ['<sheet ', '<sheet "', "<sheet name='a' "])
		expect(sheetsIn(piece.repeat(150_000))).toEqual([]);
});
