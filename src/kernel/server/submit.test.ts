import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, test, vi } from 'vitest';
import { submit } from './submit.ts';
import { ConfirmFirst, Conflict, Forbidden, Invalid } from '#kernel/errors.ts';

const FORM = 'application/x-www-form-urlencoded';

function sent(type: string, body: RequestInit['body']): RequestEvent {
	const headers = type ? { 'content-type': type } : {};
	const init = { method: 'POST', headers, body: body ?? null, duplex: 'half' };
	return { request: new Request('http://localhost/setup', init) } as RequestEvent;
}

describe('a body that is no form is refused as such, and nothing is done', () => {
	const bodies = {
		'plain text': ['text/plain', 'name=Wies'],
		JSON: ['application/json', '{"name":"Wies"}'],
		'no type': ['', new Uint8Array([1, 2, 3])],
		'parts without a boundary': ['multipart/form-data', 'garbage'],
		'parts that are garbage': ['multipart/form-data; boundary=x', 'garbage'],
		'parts that break off': [
			'multipart/form-data; boundary=x',
			'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nWi'
		]
	} as const;

	test.each(Object.entries(bodies))('%s', async (_, [type, body]) => {
		const action = vi.fn(() => Promise.resolve('done'));
		const refusal: unknown = await submit(action)(sent(type, body)).catch((it: unknown) => it);
		expect(refusal).toEqual(new Invalid('form.unreadable'));
		expect((refusal as Invalid).status).toBe(400);
		expect(action).not.toHaveBeenCalled();
	});
});

test('a body that is too large is refused as what it is', async () => {
	const tooLarge = Object.assign(new Error('Payload Too Large'), { status: 413 });
	const type = 'multipart/form-data; boundary=x';
	for (const it of [FORM, type]) {
		const body = new ReadableStream({ start: (controller) => controller.error(tooLarge) });
		const event = sent(it, body);
		await expect(submit(() => Promise.resolve('done'))(event)).rejects.toBe(tooLarge);
	}
});

test('what a person can mend comes back to the form with all that was typed', async () => {
	const body = 'name=Wies&choice=a&choice=b';
	const taken = new Conflict('poll.already-voted');
	const wrong = new Invalid('input.invalid', { name: 'field.required' });
	const first = new ConfirmFirst('confirm.first');
	for (const error of [taken, wrong, first]) {
		const answer = await submit(() => Promise.reject(error))(sent(FORM, body));
		expect(answer).toMatchObject({
			status: error.status,
			data: {
				reason: error.reason,
				issues: error === wrong ? wrong.issues : {},
				values: { name: 'Wies', choice: 'a' },
				lists: { choice: ['a', 'b'] }
			}
		});
	}
});

test('what nobody can mend in the form is not for the form', async () => {
	const refused = new Forbidden('policy.no');
	await expect(submit(() => Promise.reject(refused))(sent(FORM, 'name=Wies'))).rejects.toBe(
		refused
	);
	expect(await submit(() => Promise.resolve('done'))(sent(FORM, 'name=Wies'))).toBe('done');
});
