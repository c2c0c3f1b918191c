import { describe, expect, test } from 'vitest';
import { publishHouseRules } from '#features/house-rules/server/publish-house-rules.ts';
import { findHouseRules } from '#features/house-rules/server/queries.ts';
import { houseRules } from '#features/house-rules/server/schema.ts';
import { showHouseRules } from '#features/house-rules/server/show-house-rules.ts';
import { postContribution } from '#features/panels/server/post-contribution.ts';
import { getContribution } from '#features/panels/server/queries.ts';
import { showPanel } from '#features/panels/server/show-panel.ts';
import { withdrawContribution } from '#features/panels/server/withdraw-contribution.ts';
import { Conflict, Forbidden, Invalid, NotFound } from '#kernel/errors.ts';
import { journal } from '#kernel/server/schema.ts';
import { aConsultation } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';
import { decideContribution } from './decide-contribution.ts';
import { previewHiding } from './preview-hiding.ts';
import { showContribution } from './show-contribution.ts';

async function aContribution() {
	const { school, families } = await aConsultation({ families: 2 });
	const [parent, other] = families.map(({ ctx }) => ctx);
	if (!parent || !other) throw new Error('two families are needed');
	const id = await postContribution(parent, 'schooltijden', 'gesprek', {
		body: 'Juf K. let nooit op.',
		name: 'pseudonym',
		pseudonym: 'Boze ouder'
	});
	await school.store.write((tx) =>
		tx.insert(houseRules).values({
			scopeId: school.scope.id,
			edition: 1,
			rules: ['Wij praten met elkaar.', 'Iedereen mag iets anders vinden.', 'Geen namen.'],
			publishedAt: minutesLater(-60)
		})
	);
	const moderator = await school.a('moderator');
	const stored = () => getContribution(school.store.read, school.scope, id);
	const page = async () =>
		(await showPanel(other, 'schooltijden', 'gesprek', new URLSearchParams())).thread.before.html;
	return { school, parent, other, moderator, id, stored, page };
}

const hide = { action: 'hide', rule: '3', reason: 'Hierin stond een naam van een leerkracht.' };
const restore = { action: 'restore', reason: 'De naam is die van de school zelf.' };

const refused = async (work: Promise<unknown>) => {
	const error: unknown = await work.catch((it: unknown) => it);
	return error instanceof Invalid ? error.issues : error;
};

describe('hiding', () => {
	test('takes the words away from everybody, and says by which rule, why and when', async () => {
		const { moderator, id, page, parent } = await aContribution();
		await decideContribution(moderator, id, hide);
		const html = await page();
		expect(html).not.toMatch(/Juf K|Boze ouder/);
		expect(html).toMatch(/Hierin stond een naam van een leerkracht\..*Huisregel 3.*12 mei 2027/s);
		const own = await showPanel(parent, 'schooltijden', 'gesprek', new URLSearchParams());
		expect(own.thread.before.html).not.toContain('Juf K');
	});

	test('cites the rule as it was then, whatever later house rules number or say', async () => {
		const { school, moderator, other, id, page } = await aContribution();
		await decideContribution(moderator, id, hide);
		const then = await findHouseRules(school.store.read, school.scope);
		const rules = ['Geen namen.', 'Wij praten met elkaar.', 'Iedereen mag iets anders vinden.'];
		const council = await school.a('council');
		await publishHouseRules(council, { rules });
		// the page is made anew
		const more = { body: 'Nog iets.', accept: 'yes' };
		await postContribution(other, 'schooltijden', 'gesprek', more);

		const stub = (await page()).replace(/<!--.*?-->/gs, '');
		const href = `/house-rules\\?edition=${then?.id ?? ''}#rule-3`;
		expect(stub).toMatch(
			new RegExp(`${href}">Huisregel 3</a>:\\s*<q dir="auto">Geen namen\\.</q>`)
		);
		expect(stub).not.toContain('Iedereen mag iets anders vinden.');
		expect(await showContribution(moderator, id)).toMatchObject({
			contribution: { hidden: { rule: 3, words: 'Geen namen.' } },
			decisions: [{ rule: 3, words: 'Geen namen.' }]
		});
		expect(await showHouseRules(other, then?.id)).toMatchObject({
			houseRules: { edition: 1, earlier: true }
		});
	});

	test('is refused from a form that showed other house rules than hold now', async () => {
		const { school, moderator, id, stored } = await aContribution();
		const shown = (await showContribution(moderator, id)).houseRules;
		expect(shown.rules[2]).toBe('Geen namen.');
		await publishHouseRules(await school.a('council'), {
			rules: ['Geen namen.', 'Twee.', 'Drie.']
		});
		const filledIn = { ...hide, edition: shown.edition };
		for (const work of [decideContribution, previewHiding])
			expect(await refused(work(moderator, id, filledIn))).toEqual({ rule: 'house-rules.changed' });
		expect(await stored()).toMatchObject({ hiddenAt: null });

		const { edition } = (await showContribution(moderator, id)).houseRules;
		await decideContribution(moderator, id, { ...hide, rule: '1', edition });
		expect(await stored()).toMatchObject({ hiddenRule: 1, hiddenEdition: edition });
	});

	test('needs a rule that there is, and a reason', async () => {
		const { moderator, id, stored } = await aContribution();
		expect(await refused(decideContribution(moderator, id, { action: 'hide' }))).toEqual({
			rule: 'field.choose',
			reason: 'field.required'
		});
		expect(await refused(decideContribution(moderator, id, { ...hide, rule: '4' }))).toEqual({
			rule: 'field.choose'
		});
		expect(await refused(decideContribution(moderator, id, { ...hide, rule: '1.5' }))).toEqual({
			rule: 'field.choose'
		});
		expect(await refused(decideContribution(moderator, id, { ...hide, reason: ' ' }))).toEqual({
			reason: 'field.required'
		});
		expect(
			await refused(decideContribution(moderator, id, { ...hide, reason: 'a'.repeat(301) }))
		).toEqual({ reason: 'field.too-long' });
		expect(await stored()).toMatchObject({ hiddenAt: null });
	});

	test('is done by moderators of this school', async () => {
		const { school, parent, id } = await aContribution();
		await expect(decideContribution(parent, id, hide)).rejects.toThrow(new Forbidden('policy.no'));
		await expect(decideContribution(await school.a('council'), id, hide)).rejects.toThrow(
			new Forbidden('policy.no')
		);
		const elsewhere = await (await school.anotherSchool()).a('moderator');
		await expect(decideContribution(elsewhere, id, hide)).rejects.toThrow(
			new NotFound('not-found')
		);
	});

	test('can be undone, and every decision is kept with who took it', async () => {
		const { moderator, id, page, school } = await aContribution();
		await decideContribution(moderator, id, hide);
		await decideContribution(at(moderator, minutesLater(30)), id, restore);
		expect(await page()).toMatch(/Boze ouder.*Juf K\. let nooit op\./s);
		const { decisions } = await showContribution(moderator, id);
		expect(decisions).toMatchObject([
			{ action: 'restore', rule: null, reason: restore.reason, by: 'Iemand (moderator)' },
			{ action: 'hide', rule: 3, reason: hide.reason, by: 'Iemand (moderator)' }
		]);
		const lines = await school.store.read.select({ what: journal.what }).from(journal);
		expect(lines.map(({ what }) => what).slice(-2)).toEqual([
			'contribution.hidden',
			'contribution.restored'
		]);
	});

	test('twice, or of what was withdrawn, is refused', async () => {
		const { moderator, parent, id } = await aContribution();
		await expect(decideContribution(moderator, id, restore)).rejects.toThrow(
			new Conflict('contribution.not-hidden')
		);
		await decideContribution(moderator, id, hide);
		await expect(decideContribution(moderator, id, hide)).rejects.toThrow(
			new Conflict('contribution.already-hidden')
		);
		await withdrawContribution(parent, id);
		await expect(decideContribution(moderator, id, restore)).rejects.toThrow(
			new Conflict('contribution.gone')
		);
	});
});

describe('the desk', () => {
	test('shows a moderator the hidden words, what they answer, and not who wrote them', async () => {
		const { school, moderator, other, parent, id } = await aContribution();
		const reply = await postContribution(other, 'schooltijden', 'gesprek', {
			body: 'Dat is niet waar.',
			answers: id,
			accept: 'yes'
		});
		await decideContribution(moderator, reply, hide);
		const shown = await showContribution(moderator, reply);
		expect(shown).toMatchObject({
			contribution: { html: '<p>Dat is niet waar.</p>', name: null, hidden: { rule: 3 } },
			answered: { name: 'Boze ouder', html: '<p>Juf K. let nooit op.</p>' }
		});
		const personId = other.actor.kind === 'person' ? other.actor.personId : '';
		expect(JSON.stringify(shown)).not.toContain(personId);
		await expect(showContribution(parent, id)).rejects.toThrow(new Forbidden('policy.no'));
		await expect(
			showContribution(await (await school.anotherSchool()).a('moderator'), id)
		).rejects.toThrow(new NotFound('not-found'));
	});

	test('shows beforehand what others will see, and changes nothing', async () => {
		const { moderator, id, stored } = await aContribution();
		expect(await previewHiding(moderator, id, hide)).toEqual({
			preview: {
				...{ rule: 3, words: 'Geen namen.', edition: expect.any(String) as string },
				...{ reason: hide.reason, at: moderator.now }
			}
		});
		expect(await stored()).toMatchObject({ hiddenAt: null });
	});
});
