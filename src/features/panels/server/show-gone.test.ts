import { describe, expect, test } from 'vitest';
import { published } from '#tests/support/house-rules.ts';
import { aPanel, idsIn } from '#tests/support/panel.ts';
import { at, minutesLater } from '#tests/support/world.ts';
import { editContribution } from './edit-contribution.ts';
import { hideContribution } from './hide-contribution.ts';
import { getContribution } from './queries.ts';
import { withdrawContribution } from './withdraw-contribution.ts';

describe('what is gone', () => {
	test('hidden words are in nothing that a reader gets, in whatever way they look', async () => {
		const { one, two, post, show, school } = await aPanel('public');
		const id = await post(one, {
			body: 'Juf KANARIE let nooit op',
			name: 'pseudonym',
			pseudonym: 'KANARIEVOGEL',
			note: 'KANARIEGROEP',
			stance: 'against'
		});
		await editContribution(at(one, minutesLater(30)), id, { body: 'KANARIE twee' });
		const reply = await post(two, { body: 'Dat vind ik ook', answers: id });
		const contribution = await getContribution(school.store.read, school.scope, id);
		const edition = await published(school, ['Een.', 'Twee.', 'Geen namen.']);
		await school.store.write((tx) =>
			hideContribution(tx, contribution, {
				rule: 3,
				edition,
				reason: 'Hierin stond een naam.',
				now: one.now
			})
		);

		const readers = [
			one,
			two,
			school.guest(),
			await school.a('moderator'),
			await school.a('council')
		];
		const ways = ['', 'sort=newest', 'stance=against', 'origin=online'].concat(
			['at', 'reply', 'edit', 'history', 'withdraw'].map((kind) => `${kind}=${id}`),
			`at=${reply}`
		);
		for (const reader of readers)
			for (const way of ways)
				expect(JSON.stringify(await show(reader, way)), way).not.toContain('KANARIE');
		const { html } = await show(two);
		expect(html).toContain('Hierin stond een naam.');
		expect(html).toContain('Huisregel 3');
		expect(html).toContain('Geen namen.');
		expect(html).toContain('12 mei 2027');
		expect((await show(two, 'origin=online')).html).toContain('antwoord aan een verborgen reactie');
	});

	test('a withdrawn contribution leaves a line only where others answered', async () => {
		const { one, two, post, show } = await aPanel();
		const alone = await post(one, { body: 'alleen' });
		const answered = await post(one, { body: 'beantwoord' });
		const reply = await post(two, { body: 'antwoord', answers: answered });
		await withdrawContribution(one, alone);
		await withdrawContribution(one, answered);
		const { html } = await show(two);
		expect(idsIn(html)).toEqual([answered, reply]);
		expect(html).toContain('De schrijver heeft deze reactie ingetrokken.');
		await withdrawContribution(two, reply);
		expect(idsIn((await show(two)).html)).toEqual([]);
	});
});
