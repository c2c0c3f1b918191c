import { describe, expect, test } from 'vitest';
import { answerTheme } from './answer-theme.ts';
import { completeConsultation } from './complete-consultation.ts';
import { keepPromise } from './keep-promise.ts';
import { answersOf, getEdition } from './queries.ts';
import { showAnswers, showReportDesk } from './show-desk.ts';
import { writeReport } from './write-report.ts';
import { Forbidden } from '#kernel/errors.ts';
import { ANSWER, type Counted, form, published, SLUG, WORDS } from '#tests/support/reported.ts';
import { at } from '#tests/support/world.ts';

const ADDED = 'Antwoorden erbij.';
const later = new Date('2027-09-02T10:00:00Z');
const answerOf = async ({ school, consultationId }: Counted) => {
	const [answer] = await answersOf(school.store.read, consultationId, '2027-09-03');
	return answer;
};

describe('the page with the answers', () => {
	test('lets in whoever answers, and whoever rounds off, each with what is theirs', async () => {
		const it = await published();
		expect((await showAnswers(it.decider, SLUG)).may).toEqual({
			answer: true,
			keep: true,
			complete: false
		});
		for (const ctx of [it.council, it.moderator, it.coordinator]) {
			expect((await showAnswers(ctx, SLUG)).may).toEqual({
				answer: false,
				keep: false,
				complete: true
			});
		}
	});

	test('stays closed to parents and staff', async () => {
		const it = await published();
		for (const role of ['parent', 'staff'] as const)
			await expect(showAnswers(await it.school.a(role), SLUG)).rejects.toThrow(Forbidden);
	});

	test('is done by people who have one role each: one answers, another rounds off', async () => {
		const it = await published();
		await answerTheme(it.decider, SLUG, it.themeId, ANSWER);
		const page = await showAnswers(it.coordinator, SLUG);
		expect(page.may.complete).toBe(true);
		await completeConsultation(it.coordinator, SLUG, ADDED);
		expect((await showAnswers(it.coordinator, SLUG)).may.complete).toBe(false);
		expect((await showAnswers(it.decider, SLUG)).may).toEqual({
			answer: false,
			keep: true,
			complete: false
		});
	});

	test('is found from the desk of the report by those who round off', async () => {
		const it = await published();
		expect((await showReportDesk(it.council, SLUG)).may.answers).toBe(true);
		expect((await showReportDesk(it.moderator, SLUG)).may.answers).toBe(true);
	});
});

describe('a promise', () => {
	test('is marked as kept before the consultation is done, and after it', async () => {
		const it = await published();
		await answerTheme(it.decider, SLUG, it.themeId, ANSWER);
		await keepPromise(at(it.decider, later), SLUG, it.themeId);
		expect(await answerOf(it)).toMatchObject({ due: 'done', doneOn: '2027-09-02' });

		const other = await published();
		await answerTheme(other.decider, SLUG, other.themeId, ANSWER);
		await completeConsultation(other.council, SLUG, ADDED);
		await keepPromise(at(other.decider, later), SLUG, other.themeId);
		expect(await answerOf(other)).toMatchObject({ due: 'done', doneOn: '2027-09-02' });
	});

	test('was kept on the day it was first said to be', async () => {
		const it = await published();
		await answerTheme(it.decider, SLUG, it.themeId, ANSWER);
		await keepPromise(at(it.decider, later), SLUG, it.themeId);
		await keepPromise(at(it.decider, new Date('2027-09-20T10:00:00Z')), SLUG, it.themeId);
		expect((await answerOf(it))?.doneOn).toBe('2027-09-02');
	});

	test('that is answered otherwise has still to be kept', async () => {
		const it = await published();
		await answerTheme(it.decider, SLUG, it.themeId, ANSWER);
		await keepPromise(it.decider, SLUG, it.themeId);
		const changed = form({ outcome: 'partly', reason: 'Half.', by: 'P.', dueOn: '2027-10-01' });
		await answerTheme(it.decider, SLUG, it.themeId, changed);
		expect(await answerOf(it)).toMatchObject({ outcome: 'partly', due: 'coming', doneOn: null });
	});

	test('is not marked as kept by those who only round off', async () => {
		const it = await published();
		await answerTheme(it.decider, SLUG, it.themeId, ANSWER);
		await expect(keepPromise(it.council, SLUG, it.themeId)).rejects.toThrow(Forbidden);
	});
});

test('the last edition says what was published, not what somebody was still writing', async () => {
	const it = await published();
	await writeReport(it.council, SLUG, form({ ...WORDS, position: 'Nog niet af', next: '' }));
	await answerTheme(it.decider, SLUG, it.themeId, ANSWER);
	await completeConsultation(it.council, SLUG, ADDED);
	const { number, document } = await getEdition(it.school.store.read, it.consultationId);
	expect([number, document.words]).toEqual([2, WORDS]);
});
