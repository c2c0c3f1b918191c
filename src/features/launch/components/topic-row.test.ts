import { expect, test } from 'vitest';
import TopicRow from './TopicRow.svelte';
import { htmlOf, wordsOf } from '#tests/support/html.ts';

const rowOf = async (closesAt: string) =>
	wordsOf(
		await htmlOf(TopicRow, {
			topic: {
				href: '/school/consultations/tijden',
				from: null,
				title: 'Welke schooltijden passen bij ons?',
				introduction: 'De school wil andere schooltijden.',
				stage: 'open',
				opensAt: new Date('2027-05-10T06:00:00Z'),
				closesAt: new Date(closesAt),
				unit: 'household',
				secrecy: 'secret',
				daysLeft: 8,
				panels: 1,
				polls: 1,
				turnout: 3
			}
		})
	);

test('on the home of a school one reads until when one can take part, with the time unless it is the whole day', async () => {
	expect(await rowOf('2027-05-28T21:59:00Z')).toContain('tot en met vrijdag 28 mei');
	expect(await rowOf('2027-05-28T18:00:00Z')).toContain('tot vrijdag 28 mei, 20.00 uur');
	const midnight = await rowOf('2027-05-28T22:00:00Z');
	expect(midnight).toContain('tot zaterdag 29 mei, 0.00 uur');
	expect(midnight).not.toContain('tot en met');
});
