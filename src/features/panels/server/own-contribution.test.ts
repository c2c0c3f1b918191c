import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Conflict, Forbidden } from '#kernel/errors.ts';
import { journal } from '#kernel/server/schema.ts';
import { aConsultation, CLOSES } from '#tests/support/consultation.ts';
import { at, minutesLater } from '#tests/support/world.ts';
import { editContribution } from './edit-contribution.ts';
import { postContribution } from './post-contribution.ts';
import { editsOf, getContribution } from './queries.ts';
import { contributionEdits, supports } from './schema.ts';
import { supportContribution } from './support-contribution.ts';
import { withdrawContribution } from './withdraw-contribution.ts';

async function aContribution(families = 2) {
	const consulted = await aConsultation({ families });
	const { school } = consulted;
	const [author, ...others] = consulted.families.map(({ ctx }) => ctx);
	const [other] = others;
	if (!author || !other) throw new Error('two families are needed');
	const id = await postContribution(author, 'schooltijden', 'gesprek', { body: 'Eerst dit.' });
	const stored = () => getContribution(school.store.read, school.scope, id);
	return { ...consulted, author, other, others, id, stored };
}

describe('changing', () => {
	test('within a quarter of an hour leaves no trace', async () => {
		const { author, id, stored, school } = await aContribution();
		await editContribution(at(author, minutesLater(15)), id, { body: 'Nu dit.', stance: 'idea' });
		expect(await stored()).toMatchObject({
			body: 'Nu dit.',
			html: '<p>Nu dit.</p>',
			stance: 'idea',
			editedAt: null
		});
		expect(await school.store.read.select().from(contributionEdits)).toEqual([]);
	});

	test('later says so, and keeps what was there', async () => {
		const { author, id, stored, school } = await aContribution();
		const later = minutesLater(16);
		await editContribution(at(author, later), id, { body: 'Nu dit.' });
		expect(await stored()).toMatchObject({ body: 'Nu dit.', editedAt: later });
		expect(await editsOf(school.store.read, id)).toEqual([{ body: 'Eerst dit.', at: later }]);
	});

	test('to the same words does nothing', async () => {
		const { author, id, stored } = await aContribution();
		const { panel } = await stored();
		await editContribution(at(author, minutesLater(60)), id, { body: ' Eerst dit. ' });
		expect(await stored()).toMatchObject({ editedAt: null, panel: { version: panel.version } });
	});

	test('is for the writer, while the consultation is open', async () => {
		const { author, other, id, stored } = await aContribution();
		await expect(editContribution(other, id, { body: 'Van een ander' })).rejects.toThrow(
			new Forbidden('policy.no')
		);
		await expect(editContribution(at(author, CLOSES), id, { body: 'Te laat' })).rejects.toThrow(
			new Conflict('consultation.closed')
		);
		expect(await stored()).toMatchObject({ body: 'Eerst dit.' });
	});
});

describe('withdrawing', () => {
	test('erases the words, what they were before, whose they were and who supported them', async () => {
		const { author, other, id, stored, school } = await aContribution();
		await supportContribution(other, id, true);
		await editContribution(at(author, minutesLater(20)), id, { body: 'Nu dit.' });
		await withdrawContribution(at(author, minutesLater(30)), id);
		expect(await stored()).toMatchObject({
			body: '',
			html: '',
			displayName: '',
			authorId: null,
			supportCount: 0,
			withdrawnAt: minutesLater(30)
		});
		expect(await school.store.read.select().from(contributionEdits)).toEqual([]);
		expect(await school.store.read.select().from(supports)).toEqual([]);
	});

	test('is for the writer only, and twice does nothing more', async () => {
		const { author, other, id, stored } = await aContribution();
		await expect(withdrawContribution(other, id)).rejects.toThrow(new Forbidden('policy.no'));
		await withdrawContribution(author, id);
		const { withdrawnAt, panel } = await stored();
		await withdrawContribution(at(author, minutesLater(5)), id);
		expect(await stored()).toMatchObject({ withdrawnAt, panel: { version: panel.version } });
	});

	test('can also be done after the closing', async () => {
		const { author, id, stored } = await aContribution();
		await withdrawContribution(at(author, CLOSES), id);
		expect(await stored()).toMatchObject({ withdrawnAt: CLOSES });
	});
});

describe('support', () => {
	test('is one per person, also when they press twice, until they take it back', async () => {
		const { other, id, stored } = await aContribution();
		await supportContribution(other, id, true);
		await supportContribution(other, id, true);
		expect(await stored()).toMatchObject({ supportCount: 1 });
		await supportContribution(other, id, false);
		await supportContribution(other, id, false);
		expect(await stored()).toMatchObject({ supportCount: 0 });
	});

	test('is not for one’s own words, nor for what is gone, nor after the closing', async () => {
		const { author, other, id } = await aContribution();
		await expect(supportContribution(author, id, true)).rejects.toThrow(
			new Conflict('contribution.own')
		);
		await expect(supportContribution(at(other, CLOSES), id, true)).rejects.toThrow(
			new Conflict('consultation.closed')
		);
		await withdrawContribution(author, id);
		await expect(supportContribution(other, id, true)).rejects.toThrow(
			new Conflict('contribution.gone')
		);
	});

	test('leaves no line of who and when', async () => {
		const { other, id, school } = await aContribution();
		const before = await school.store.read.select().from(journal);
		await supportContribution(other, id, true);
		expect(await school.store.read.select().from(journal)).toEqual(before);
	});

	test('counts persons once, however often they press and whoever is first', async () => {
		const press = fc.record({ who: fc.nat(3), wanted: fc.boolean() });
		const presses = fc.array(press, { maxLength: 24 });
		await fc.assert(
			fc.asyncProperty(presses, async (pressing) => {
				const { others, id, stored, school } = await aContribution(5);
				await Promise.all(
					pressing.flatMap(({ who, wanted }) => {
						const ctx = others[who];
						return ctx ? [supportContribution(ctx, id, wanted)] : [];
					})
				);
				const last = new Map(pressing.map(({ who, wanted }) => [who, wanted]));
				const count = [...last.values()].filter(Boolean).length;
				expect((await stored()).supportCount).toBe(count);
				expect(await school.store.read.select().from(supports)).toHaveLength(count);
			}),
			{ numRuns: 8 }
		);
	});
});
