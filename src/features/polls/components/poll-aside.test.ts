import { expect, test } from 'vitest';
import PollAside from './PollAside.svelte';
import Receipt from './Receipt.svelte';
import { htmlOf, wordsOf } from '#tests/support/html.ts';

const closesAt = new Date('2027-05-28T18:00:00Z');

test('beside a poll whose answers can change one reads until what time', async () => {
	const poll = { method: 'single-choice', secrecy: 'confidential' } as const;
	const props = { poll, unit: 'household', weight: 'De raad weegt mee.', closesAt } as const;
	const aside = wordsOf(await htmlOf(PollAside, props));
	expect(aside).toContain('Ja, tot vrijdag 28 mei, 20.00 uur. Uw laatste antwoord telt.');
	expect(aside).not.toContain('tot en met');
});

test('after voting one reads until what time others still can', async () => {
	const rules = { decider: 'De directeur', decisionDay: '2027-06-24', answerDay: '2027-09-01' };
	const back = { href: '/', title: 'Schooltijden' };
	const props = { unit: 'household', secret: true, closesAt, rules, next: null, back } as const;
	expect(wordsOf(await htmlOf(Receipt, props))).toContain(
		'De stemming is open tot vrijdag 28 mei, 20.00 uur.'
	);
});
