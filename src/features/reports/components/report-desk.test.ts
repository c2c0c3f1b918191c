import { describe, expect, test } from 'vitest';
import AnswerForm from './AnswerForm.svelte';
import WordsForm from './WordsForm.svelte';
import type { LiveAnswer } from '../server/queries.ts';
import type { Failure } from '#kernel/server/submit.ts';
import { nl } from '#i18n/nl/index.ts';
import { htmlOf, wordsOf } from '#tests/support/html.ts';
import { WORDS } from '#tests/support/reported.ts';

const { desk } = nl.reports;
const refused = (values: Record<string, string>, issues: Record<string, string>): Failure => ({
	reason: 'input.invalid',
	issues,
	values,
	lists: {}
});

describe('the form of the report', () => {
	const theForm = (form: Failure | null, may = { publish: true }, later = true) =>
		htmlOf(WordsForm, {
			slug: 'tijden',
			words: { ...WORDS, changes: 'Half af' },
			later,
			may,
			form
		});

	test('is one form: what is saved and what is published is what stands in it', async () => {
		const html = await theForm(null);
		expect(html.match(/<form/g)).toHaveLength(1);
		expect(html).toContain('action="?/save"');
		expect(html).toMatch(/<button[^>]* formaction="\?\/publish"/);
		expect(html.match(/<button/g)).toHaveLength(2);
		expect(html).toMatch(/<textarea[^>]* name="changes"[^>]*>Half af<\/textarea>/);
	});

	test('keeps what was typed of the changes, with what is wrong with it', async () => {
		const html = await theForm(refused({ changes: 'Een zin' }, { changes: 'field.too-long' }));
		expect(html).toContain('>Een zin</textarea>');
		expect(wordsOf(html)).toContain(nl.reasons['field.too-long']);
	});

	test('does not keep anybody from saving before it is said what changed', async () => {
		expect(await theForm(null)).not.toContain('required');
	});

	test('asks what changed only of a later edition, and publishes only for who may', async () => {
		expect(await theForm(null, { publish: true }, false)).not.toContain('name="changes"');
		const html = await theForm(null, { publish: false });
		expect(html).not.toContain('?/publish');
		expect(html).toContain('name="outcome"');
	});
});

describe('the answer to a theme', () => {
	const ANSWER: LiveAnswer = {
		themeId: 'eten',
		theme: 'Eten',
		outcome: 'adopted',
		reason: 'Dat kan.',
		by: 'P. Kuipers',
		dueOn: '2027-09-01',
		dueWords: null,
		answeredOn: '2027-07-01',
		doneOn: null,
		due: 'coming',
		answeredAt: new Date('2027-07-01T10:00:00Z')
	};
	const shown = (
		answer: LiveAnswer | null,
		may: { answer: boolean; keep: boolean },
		form: Failure | null = null
	) => htmlOf(AnswerForm, { theme: { id: 'eten', answer }, may, form });
	const BOARD = { answer: true, keep: true };
	const KEPT = { ...ANSWER, doneOn: '2027-08-30', due: 'done' } as const;

	test('is a form for the board, and only words for who rounds off', async () => {
		expect(await shown(ANSWER, BOARD)).toContain('action="?/answer"');
		const html = await shown(ANSWER, { answer: false, keep: false });
		expect(html).not.toContain('<form');
		for (const said of ['Dat kan.', 'P. Kuipers', nl.common.outcome.adopted])
			expect(wordsOf(html)).toContain(said);
	});

	test('can be marked as kept while others can still be given, and after that', async () => {
		for (const answer of [true, false])
			expect(await shown(ANSWER, { answer, keep: true })).toContain('action="?/keep"');
	});

	test('can be marked as kept when it was promised in words', async () => {
		const promised = { ...ANSWER, dueOn: null, dueWords: 'proef in oktober' };
		expect(await shown(promised, BOARD)).toContain('action="?/keep"');
	});

	test('is not marked as kept twice, nor when nothing was promised or answered', async () => {
		for (const answer of [KEPT, { ...ANSWER, dueOn: null }, null])
			expect(await shown(answer, BOARD)).not.toContain('?/keep');
		expect(wordsOf(await shown(KEPT, BOARD))).toContain('Gedaan op 30 augustus 2027.');
	});

	test('keeps what was typed when it is refused', async () => {
		const html = await shown(
			ANSWER,
			BOARD,
			refused(
				{ theme: 'eten', outcome: 'later', reason: '', by: 'Ik' },
				{ reason: 'field.required' }
			)
		);
		expect(html).toMatch(/<textarea[^>]* name="reason"[^>]*><\/textarea>/);
		expect(html).toMatch(/value="later" checked|checked[^>]* value="later"/);
		expect(wordsOf(html)).toContain(nl.reasons['field.required']);
		expect(wordsOf(html)).toContain(desk.answer);
	});
});
