import { expect, test } from 'vitest';
import DoBox from './DoBox.svelte';
import { STAGES, type Stage } from '#features/consultations/rules.ts';
import { htmlOf } from '#tests/support/html.ts';

const poll = (slug: string, taken = false) => ({ slug, question: `${slug}?`, taken });
const boxAt = (stage: Stage, polls = [poll('tijden'), poll('pauze')], signedIn = false) =>
	htmlOf(DoBox, {
		base: '/school/consultations/tijden',
		stage,
		opensAt: new Date('2027-05-10T06:00:00Z'),
		contact: 'Marloes',
		polls,
		panels: [{ slug: 'gesprek' }],
		evening: null,
		signedIn
	});
const deedIn = (html: string) => html.match(/<a class="btn" href="([^"]*)"/g) ?? [];

test('there is at most one filled button, whatever the stage', async () => {
	for (const stage of STAGES) expect(deedIn(await boxAt(stage)).length).toBeLessThanOrEqual(1);
});

test('the button leads to the first poll one has not answered, then to the panel', async () => {
	const polls = (...taken: boolean[]) => taken.map((it, n) => poll(`peiling-${String(n)}`, it));
	expect(await boxAt('open', polls(false, false))).toContain('polls/peiling-0"');
	expect(deedIn(await boxAt('open', polls(true, false)))[0]).toContain('polls/peiling-1"');
	expect(deedIn(await boxAt('open', polls(true, true)))[0]).toContain('panels/gesprek"');
});

test('before the opening, during a stop and after a withdrawal there is nothing to press', async () => {
	for (const stage of ['draft', 'planned', 'suspended', 'closed', 'withdrawn'] as const)
		expect(deedIn(await boxAt(stage))).toEqual([]);
});

test('once it is counted one goes to the result, and then to the report', async () => {
	expect(deedIn(await boxAt('counted'))[0]).toContain('polls/tijden"');
	for (const stage of ['reported', 'done', 'archived'] as const)
		expect(deedIn(await boxAt(stage))[0]).toContain('/report"');
});
