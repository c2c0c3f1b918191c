import { expect, test } from 'vitest';
import { openPoll } from './open-poll.ts';
import { listPolls } from './queries.ts';
import type { Invalid } from '#kernel/errors.ts';
import { aDraftedConsultation } from '#tests/support/draft.ts';

const SEVERAL = {
	question: 'Waarmee wilt u helpen?',
	method: 'several-choices',
	options: 'Koken\nRijden\n- Geen voorkeur',
	maximum: ''
};

test('a poll in which more must be chosen than there is to choose cannot be added', async () => {
	const { council, slug, id } = await aDraftedConsultation();
	const before = await listPolls(council.read, id);
	const refused: unknown = await openPoll(council, slug, { ...SEVERAL, minimum: '3' }).catch(
		(error: unknown) => error
	);
	expect((refused as Invalid).issues).toEqual({ minimum: 'poll.minimum-above-options' });
	expect(await listPolls(council.read, id)).toEqual(before);
	await openPoll(council, slug, { ...SEVERAL, minimum: '2' });
	expect(await listPolls(council.read, id)).toHaveLength(before.length + 1);
});
