import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberedHouseholds, readHouseholdList } from './household-list.ts';

const nobody = { name: null, email: null, group: null };

test('a list has a parent on each line; only the key is needed', () => {
	const list = 'M-014;Jeroen Bakker;Jeroen@Example.org;Groep 6\nM-014\nM-015;;;Groep 3';
	expect(readHouseholdList(list)).toEqual({
		issues: [],
		parents: [
			{
				line: 1,
				key: 'M-014',
				name: 'Jeroen Bakker',
				email: 'jeroen@example.org',
				group: 'Groep 6'
			},
			{ line: 2, key: 'M-014', ...nobody },
			{ line: 3, key: 'M-015', ...nobody, group: 'Groep 3' }
		]
	});
});

test('as it comes from a spreadsheet: a heading, tabs, empty lines, quotes, a mark at the start', () => {
	const tabs = '\uFEFFSleutel\tNaam\tE-mail\tGroep\r\n\r\n 001 \t"Vries, de"\t\tGroep 3\r\n';
	expect(readHouseholdList(tabs)).toEqual({
		issues: [],
		parents: [{ line: 3, key: '001', name: 'Vries, de', email: null, group: 'Groep 3' }]
	});
	const old = 'gezin;naam\r001;Jan;;;;\r\r;;;\r002';
	expect(readHouseholdList(old).parents.map(({ line, key }) => [line, key])).toEqual([
		[2, '001'],
		[5, '002']
	]);
});

test('every wrong line is named, with what is wrong with it', () => {
	const list = [
		'001;Jan;jan@example.org;Groep 3;Pietje',
		';Jan',
		'002;www.winkel.example',
		'003;Jan;jan.example.org',
		'004;"Jan',
		`${'k'.repeat(41)};Jan`,
		`005;${'Jan '.repeat(30)}`,
		'006;Jan;;Groep 3'
	].join('\n');
	const { parents, issues } = readHouseholdList(list);
	expect(issues.map(({ line, reason }) => [line, reason])).toEqual([
		[1, 'household.columns'],
		[2, 'household.key'],
		[3, 'field.name'],
		[4, 'field.email'],
		[5, 'household.quotes'],
		[6, 'household.key'],
		[7, 'field.name']
	]);
	expect(parents.map(({ line }) => line)).toEqual([8]);
});

test('a lone quotation mark does not swallow the lines after it', () => {
	const { parents, issues } = readHouseholdList('001;"Jan\n002;Piet "de" Vries\n003;Klaas');
	expect(issues).toEqual([{ line: 1, reason: 'household.quotes' }]);
	expect(parents.map(({ name }) => name)).toEqual(['Piet "de" Vries', 'Klaas']);
});

test('whatever is pasted, each line is a parent, an issue or nothing, and never two', () => {
	const cell = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 12 }),
		fc.constantFrom('', '"', '""', 'Jan', 'jan@example.org', '\u202e', '\ud800', ' ', '=1+1')
	);
	const row = fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(';'));
	fc.assert(
		fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
			const text = rows.join('\n');
			const { parents, issues } = readHouseholdList(text);
			const lines = [...parents, ...issues].map(({ line }) => line);
			expect(new Set(lines).size).toBe(lines.length);
			expect(Math.max(0, ...lines)).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
			for (const { key, name } of parents) {
				expect(key).not.toBe('');
				expect(`${key}${name ?? ''}`).not.toMatch(/[\p{Cc}\u202a-\u202e\p{Surrogate}]/u);
			}
		})
	);
});

test('a number of households has keys that sort, and one parent each', () => {
	const households = numberedHouseholds(148);
	expect(households).toHaveLength(148);
	expect(households[0]).toEqual({ line: 1, key: 'gezin 001', ...nobody });
	expect(households.at(-1)).toEqual({ line: 148, key: 'gezin 148', ...nobody });
});
