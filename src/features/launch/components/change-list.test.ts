import { expect, test } from 'vitest';
import { showConsultation } from '../server/show-consultation.ts';
import { showPlan } from '../server/show-plan.ts';
import { showRules } from '../server/show-rules.ts';
import ChangeList from './ChangeList.svelte';
import { addLateRight } from '#features/electorate/server/add-late-right.ts';
import { listLatecomers } from '#features/electorate/server/latecomers.ts';
import { getConsultation } from '#features/consultations/server/queries.ts';
import { addHouseholds, aDraftedConsultation, DRAFTING, openIt } from '#tests/support/draft.ts';
import { htmlOf, wordsOf } from '#tests/support/html.ts';

test('a guest reads on the page of a consultation that a right was added, when and why', async () => {
	const drafted = await aDraftedConsultation();
	const { school, council, slug } = drafted;
	await openIt(drafted);
	await addHouseholds(school, { 'gezin-nieuw': ['nina'] });
	const coordinator = await school.a('coordinator', DRAFTING);
	const consultation = await getConsultation(school.store.read, school.scope, slug);
	const [late] = await listLatecomers(school.store.read, school.scope, consultation);
	const reason = 'Nieuw op school sinds 2 mei.';
	await addLateRight(coordinator, slug, { unit: late?.id, reason });

	const guest = school.guest(DRAFTING);
	const { changes } = await showConsultation(guest, slug);
	expect((await showRules(guest, slug)).changes).toEqual(changes);
	expect((await showPlan(council, slug)).changes).toEqual(changes);
	const shown = await htmlOf(ChangeList, { changes });
	expect(wordsOf(shown)).toContain('maandag 3 mei');
	expect(wordsOf(shown)).toContain('Er kwam 1 recht om mee te doen bij.');
	expect(wordsOf(shown)).toContain(reason);
	expect(shown).not.toMatch(/nina|gezin-nieuw/);
});
