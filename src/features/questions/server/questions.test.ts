import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { answerQuestion } from './answer-question.ts';
import { askQuestion } from './ask-question.ts';
import { listOwnQuestions } from './queries.ts';
import { questions } from './schema.ts';
import { showAsking } from './show-asking.ts';
import { showQuestions } from './show-questions.ts';
import { withdrawQuestion } from './withdraw-question.ts';
import { decideAccess } from '#features/people/server/decide-access.ts';
import { rolesIn } from '#features/people/server/queries.ts';
import { memberships, people } from '#features/people/server/schema.ts';
import { changeContact } from '#features/scopes/server/change-contact.ts';
import { Conflict, Forbidden, Invalid, NotFound, SignInRequired, TooMany } from '#kernel/errors.ts';
import { requirePerson, type Context } from '#kernel/server/context.ts';
import { journal } from '#kernel/server/schema.ts';
import { instantAt } from '#kernel/time.ts';
import { aConsultation } from '#tests/support/consultation.ts';
import { at } from '#tests/support/world.ts';

const SLUG = 'schooltijden';
const LATE = instantAt('2027-05-23', '23:00');
const OPENS = instantAt('2027-05-24', '08:30');
const BODY = 'Blijft de pauze even lang?';

/** A school that reads on weekday mornings, on a Sunday at eleven in the evening. */
async function aLateSunday() {
	const { school } = await aConsultation({ families: 2 });
	const coordinator = await school.a('coordinator', LATE);
	await changeContact(coordinator, {
		name: 'Meester Wim',
		...{ 'monday-from': '08:30', 'monday-to': '12:00' },
		...{ 'tuesday-from': '08:30', 'tuesday-to': '12:00' }
	});
	const parent = await school.a('parent', LATE);
	const other = await school.a('parent', LATE);
	const moderator = await school.a('moderator', LATE);
	const { read, write } = school.store;
	return { school, coordinator, parent, other, moderator, read, write };
}
const own = (ctx: Context) => listOwnQuestions(ctx.read, { askerId: requirePerson(ctx) }, ctx.now);
const ask = (ctx: Context, body = BODY) => askQuestion(ctx, SLUG, { body });

test('a question of eleven in the evening waits, and its asker is told when it is read', async () => {
	const { parent } = await aLateSunday();
	expect((await showAsking(parent, SLUG)).reading).toEqual({ is: 'on-day', at: OPENS });
	await ask(parent);
	expect((await showAsking(parent, SLUG)).questions).toMatchObject([
		{ body: BODY, answer: null, reading: { is: 'on-day', at: OPENS } }
	]);
	expect(await own(at(parent, OPENS))).toMatchObject([{ reading: { is: 'today' } }]);
});

test('what was told stands, also when the hours change after it', async () => {
	const { parent, coordinator } = await aLateSunday();
	await ask(parent);
	await changeContact(coordinator, { name: 'Meester Wim' });
	expect(await own(parent)).toMatchObject([{ reading: { is: 'on-day', at: OPENS } }]);
	expect((await showAsking(parent, SLUG)).reading).toEqual({ is: 'unknown' });
});

test('the desk sees questions in the order of arrival, with a name and no address', async () => {
	const { parent, other, moderator } = await aLateSunday();
	await ask(at(other, OPENS), 'Komt er een tweede avond?');
	await ask(parent);
	const seen = await showQuestions(moderator);
	expect(seen.waiting.map(({ body }) => body)).toEqual([BODY, 'Komt er een tweede avond?']);
	expect(seen.waiting[0]).toMatchObject({ asker: 'Iemand (parent)', slug: SLUG });
	for (const ctx of [parent, other]) {
		const person = requirePerson(ctx);
		expect(JSON.stringify(seen)).not.toContain(person);
		expect(JSON.stringify(seen)).not.toContain('example.org');
	}
});

test('an answer is for the asker: another parent, guests and other schools see nothing of it', async () => {
	const { school, parent, other, moderator } = await aLateSunday();
	const id = await ask(parent);
	await answerQuestion(at(moderator, OPENS), { question: id, answer: 'Ja, een half uur.' });
	expect((await showAsking(parent, SLUG)).questions).toMatchObject([
		{ answer: 'Ja, een half uur.', answeredAt: OPENS, about: { place: 'De Vuurvogel' } }
	]);
	expect(JSON.stringify(await own(parent))).not.toContain(requirePerson(moderator));
	expect((await showAsking(other, SLUG)).questions).toEqual([]);
	expect(await own(other)).toEqual([]);
	await expect(showAsking(school.guest(), SLUG)).rejects.toThrow(SignInRequired);
	const elsewhere = await school.anotherSchool();
	const stranger = await elsewhere.a('moderator');
	await expect(answerQuestion(stranger, { question: id, answer: 'Nee.' })).rejects.toThrow(
		NotFound
	);
	expect(await showQuestions(stranger)).toMatchObject({ waiting: [], answered: [], more: 0 });
});

test('only a moderator or a coordinator reads and answers: no helper, council or parent', async () => {
	const { school, parent, coordinator } = await aLateSunday();
	const question = await ask(parent);
	for (const role of ['helper', 'council', 'staff', 'decider', 'parent'] as const) {
		const ctx = await school.a(role);
		await expect(showQuestions(ctx)).rejects.toThrow(Forbidden);
		await expect(answerQuestion(ctx, { question, answer: 'Ja.' })).rejects.toThrow(Forbidden);
	}
	await answerQuestion(coordinator, { question, answer: 'Ja.' });
	expect(await own(parent)).toMatchObject([{ answer: 'Ja.' }]);
});

test('a question that is sent twice is asked once, one that was answered can be asked again', async () => {
	const { parent, moderator, read } = await aLateSunday();
	const ids = await Promise.all([ask(parent), ask(parent), ask(parent, `  ${BODY}\r\n`)]);
	expect(new Set(ids).size).toBe(1);
	await answerQuestion(moderator, { question: ids[0], answer: 'Ja.' });
	await ask(parent);
	expect(await read.$count(questions)).toBe(2);
});

test('somebody asks five questions a day; the fifth pressed twice is still the fifth', async () => {
	const { parent, other } = await aLateSunday();
	for (const n of [1, 2, 3, 4, 5, 5]) await ask(parent, `Vraag ${String(n)}`);
	await expect(ask(parent, 'Vraag 6')).rejects.toThrow(TooMany);
	await ask(other);
	await ask(at(parent, OPENS), 'Vraag 6');
	expect(await own(parent)).toHaveLength(6);
});

test('the day of five questions is that of the calendar, also after midnight', async () => {
	const { parent } = await aLateSunday();
	for (const n of [1, 2, 3, 4, 5]) await ask(parent, `Vraag ${String(n)}`);
	const night = at(parent, instantAt('2027-05-24', '00:30'));
	for (const n of [6, 7, 8, 9, 10]) await ask(night, `Vraag ${String(n)}`);
	// by the clock of Greenwich it becomes another day here
	const later = at(parent, instantAt('2027-05-24', '02:30'));
	await expect(ask(later, 'Vraag 11')).rejects.toThrow(TooMany);
});

test('of two who answer the first did; the same answer twice is one', async () => {
	const { parent, moderator, coordinator } = await aLateSunday();
	const question = await ask(parent);
	await answerQuestion(moderator, { question, answer: 'Ja.' });
	await answerQuestion(moderator, { question, answer: 'Ja.' });
	await expect(answerQuestion(coordinator, { question, answer: 'Nee.' })).rejects.toThrow(Conflict);
	expect(await own(parent)).toMatchObject([{ answer: 'Ja.' }]);
});

test('until it is answered its asker takes it back, and nothing stays of it', async () => {
	const { parent, other, moderator, read, write } = await aLateSunday();
	const question = await ask(parent);
	await withdrawQuestion(other, { question });
	expect(await own(parent)).toHaveLength(1);
	// also somebody who has left the school
	await write((tx) =>
		tx
			.update(memberships)
			.set({ status: 'left' })
			.where(eq(memberships.personId, requirePerson(parent)))
	);
	await withdrawQuestion(parent, { question });
	await withdrawQuestion(parent, { question });
	expect(await read.$count(questions)).toBe(0);

	const answered = await ask(other);
	await answerQuestion(moderator, { question: answered, answer: 'Ja.' });
	await expect(withdrawQuestion(other, { question: answered })).rejects.toThrow(Conflict);
});

test('who is blocked asks nothing, and reads the answer to what they asked before', async () => {
	const { school, parent, coordinator, moderator } = await aLateSunday();
	const question = await ask(parent);
	const personId = requirePerson(parent);
	await decideAccess(coordinator, {
		person: personId,
		decision: 'blocked',
		reason: 'Noemde telkens namen van kinderen.'
	});
	const blocked = school.as(personId, await rolesIn(parent.read, personId, school.scope), LATE);
	await expect(ask(blocked, 'En nu?')).rejects.toThrow(Forbidden);
	await answerQuestion(moderator, { question, answer: 'Ja.' });
	expect(await own(blocked)).toMatchObject([{ answer: 'Ja.' }]);
});

test('nothing, too much and a draft are refused, and the words come back to the form', async () => {
	const { parent, read } = await aLateSunday();
	for (const [body, issue] of [
		['   ', 'field.required'],
		['x'.repeat(1201), 'field.too-long']
	] as const)
		await expect(ask(parent, body)).rejects.toMatchObject({ issues: { body: issue } });
	await expect(askQuestion(parent, SLUG, {})).rejects.toThrow(Invalid);
	await expect(askQuestion(parent, 'er-is-niets', { body: BODY })).rejects.toThrow(NotFound);
	expect(await read.$count(questions)).toBe(0);
});

test('the journal says that something was asked, not what and not by whom', async () => {
	const { parent, moderator, read } = await aLateSunday();
	const [first, second] = [await ask(parent), await ask(parent, 'Nog een vraag')];
	await answerQuestion(moderator, { question: first, answer: 'Ja, een half uur.' });
	await withdrawQuestion(parent, { question: second });
	const lines = (await read.select().from(journal)).filter((it) => it.aboutKind === 'question');
	expect(lines.map(({ what, actorId }) => [what, actorId])).toEqual([
		['question.asked', null],
		['question.asked', null],
		['question.answered', requirePerson(moderator)],
		['question.withdrawn', null]
	]);
	const all = JSON.stringify(await read.select().from(journal));
	for (const words of [BODY, 'half uur', requirePerson(parent)]) expect(all).not.toContain(words);
});

test('with an account its questions go; the answers of who left stay', async () => {
	const { parent, other, moderator, read, write } = await aLateSunday();
	await ask(parent);
	const question = await ask(other);
	await answerQuestion(moderator, { question, answer: 'Ja.' });
	await write(async (tx) => {
		for (const ctx of [parent, moderator])
			await tx.delete(people).where(eq(people.id, requirePerson(ctx)));
	});
	expect(await read.select().from(questions)).toMatchObject([
		{ id: question, answer: 'Ja.', answeredBy: null }
	]);
});
