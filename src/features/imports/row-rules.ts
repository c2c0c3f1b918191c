import * as v from 'valibot';
import type { Mapping, Target } from './columns.ts';
import { isName } from '#features/people/input.ts';
import { email, line } from '#features/scopes/input.ts';
import type { Reason } from '#i18n/reasons.ts';

/** One parent of one row of a list. Nothing else of the row is kept. */
export type StagedParent = {
	/** Null where the list has no codes of families: then it is made of who the parents are. */
	readonly key: string | null;
	readonly name: string | null;
	readonly email: string | null;
	readonly phone: string | null;
	readonly locale: string | null;
	readonly group: string | null;
};

/** Which row and column breaks which rule. Never what stands there. */
export type RowIssue = {
	/** The line of the file on which the row begins. */
	readonly row: number;
	/** From 1; 0 for a row as a whole. */
	readonly column: number;
	readonly target: Target | null;
	readonly reason: Reason;
};

const LANGUAGES: readonly (readonly [string, RegExp])[] = [
	['nl', /^(?:nl|nld|dut|nederlands|dutch)$/],
	['en', /^(?:en|eng|engels|english)$/],
	['tr', /^(?:tr|tur|turks|turkish)$/],
	['ar', /^(?:ar|ara|arabisch|arabic)$/],
	['pl', /^(?:pl|pol|pools|polish)$/],
	['uk', /^(?:uk|ukr|oekraïens|ukrainian)$/],
	['ti', /^(?:ti|tir|tigrinya)$/],
	['fr', /^(?:fr|fra|fre|frans|french)$/],
	['de', /^(?:de|deu|ger|duits|german)$/],
	['es', /^(?:es|spa|spaans|spanish)$/],
	['vi', /^(?:vi|vie|vietnamees|vietnamese)$/],
	['fa', /^(?:fa|fas|per|farsi|perzisch|persian|dari)$/],
	['so', /^(?:so|som|somalisch|somali)$/],
	['zh', /^(?:zh|zho|chi|chinees|chinese)$/]
];

/** The tag of a language by its name or its tag; null when we do not know it. */
export const languageNamed = (spoken: string): string | null =>
	LANGUAGES.find(([, pattern]) => pattern.test(spoken.toLowerCase()))?.[0] ?? null;

const nameText = v.pipe(
	line(60),
	v.check((text) => text === '' || isName(text))
);
const text = (most: number) => line(most);
const isSound = (schema: v.GenericSchema, value: unknown) => v.is(schema, value);

/** Nine digits that pass the test of a citizen service number. */
function isBsn(key: string): boolean {
	if (!/^\d{9}$/.test(key) || Number(key) === 0) return false;
	const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
	return weights.reduce((sum, weight, place) => sum + weight * Number(key[place]), 0) % 11 === 0;
}

/** Only digits, and a plus in front. A spreadsheet takes 0612345678 for a number and drops the zero. */
const digitsOf = (phone: string) =>
	phone.replace(/(?!^\+)\D/g, '').replace(/^([1-9]\d{8})$/, '0$1');
const PHONE = /^\+?\d{8,15}$/;

type Read = { readonly parents: readonly StagedParent[]; readonly issues: readonly RowIssue[] };

/** Reads of one row what the mapping asks for, and nothing else. A row with nothing of it is passed over. */
export function readRow(row: number, cells: readonly string[], mapping: Mapping): Read {
	const at = new Map([...mapping].map(([place, target]) => [target, place]));
	const cell = (target: Target) => v.parse(line(Infinity), cells[at.get(target) ?? -1] ?? '');
	const issues: RowIssue[] = [];
	const wrong = (target: Target, reason: Reason) =>
		void issues.push({ row, column: (at.get(target) ?? -1) + 1, target, reason });
	if ([...mapping.values()].every((target) => cell(target) === '')) return { parents: [], issues };

	const key = keyOf(cell('household'), at.has('household'), (reason) => wrong('household', reason));
	const group = cell('group') || null;
	if (!isSound(text(80), group ?? '')) wrong('group', 'import.group-long');

	const parents = ([1, 2] as const).flatMap((nth) => {
		const of = (part: string) => `${part}-${nth}` as Target;
		const nameAt = [of('name'), of('last'), of('first')].find((target) => at.has(target));
		const whole = [of('first'), of('prefix'), of('last')].map(cell).filter(Boolean).join(' ');
		const name = cell(of('name')) || whole;
		const address = cell(of('email')).replace(/^mailto:/i, '');
		const phone = digitsOf(cell(of('phone')));
		const spoken = cell(of('language'));
		if (!isSound(nameText, name)) wrong(nameAt ?? of('name'), 'import.name');
		if (!isSound(email, address)) wrong(of('email'), 'field.email');
		if (phone !== '' && !PHONE.test(phone)) wrong(of('phone'), 'import.phone');
		const locale = languageNamed(spoken);
		if (spoken !== '' && locale === null) wrong(of('language'), 'import.language');
		if (key !== null && name !== '' && key.toLowerCase() === name.toLowerCase())
			wrong('household', 'import.key-is-name');
		if (name === '' && address === '' && (phone !== '' || nth === 2 || key === null)) {
			if (phone !== '') wrong(of('phone'), 'import.nobody');
			return [];
		}
		const mail = isSound(email, address) ? v.parse(email, address) : '';
		return [{ key, name: name || null, email: mail || null, phone: phone || null, locale, group }];
	});
	return { parents: issues.length > 0 ? [] : parents, issues };
}

/** The school's code of a family; null where the list has none. */
function keyOf(key: string, isMapped: boolean, wrong: (reason: Reason) => void): string | null {
	if (!isMapped) return null;
	if (key === '' || !isSound(text(40), key)) wrong('household.key');
	if (isBsn(key)) wrong('import.bsn');
	return key;
}

/** Who the parents of a row are, in one text: for a family without a code. */
export const familyOf = (parents: readonly StagedParent[]): string =>
	parents
		.map(
			({ name, email: address, phone }) => `${(name ?? '').toLowerCase()} ${address ?? phone ?? ''}`
		)
		.toSorted()
		.join('\n');
