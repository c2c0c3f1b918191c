import { error, fail, type ActionFailure } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { ConfirmFirst, Conflict, Invalid, TooMany, type Issues } from '#kernel/errors.ts';
import { MOST_BYTES } from '#kernel/lengths.ts';
import type { Reason } from '#i18n/reasons.ts';

/** What a form gets back: why it was refused, which fields, and everything that was typed. */
export type Failure = {
	readonly reason: Reason;
	readonly issues: Issues;
	readonly values: Readonly<Record<string, string>>;
	/** The same for names that came more than once: boxes that were ticked. */
	readonly lists: Readonly<Record<string, readonly string[]>>;
};

/** The text fields of a form as typed. Files are left out, and so are passwords. */
function typedIn(form: FormData): Pick<Failure, 'values' | 'lists'> {
	const typed = new Map<string, string[]>();
	for (const [name, value] of form) {
		if (typeof value === 'string' && name !== 'password')
			typed.set(name, [...(typed.get(name) ?? []), value]);
	}
	const several = [...typed].filter(([, all]) => all.length > 1);
	return {
		values: Object.fromEntries([...typed].map(([name, [first = '']]) => [name, first])),
		lists: Object.fromEntries(several)
	};
}

/**
 * The form that was sent. A body that is none, or breaks off, is a mistake of who sent it; one that
 * is too large is not read at all.
 */
async function formOf(request: Request, most: number): Promise<FormData> {
	if (Number(request.headers.get('content-length') ?? 0) > most) error(413);
	try {
		return await request.formData();
	} catch (trouble) {
		throw trouble instanceof TypeError ? new Invalid('form.unreadable') : trouble;
	}
}

/**
 * Makes a form action of a function, and hands back to the form what the person can mend. `most` is
 * how many bytes the form may bring.
 */
export function submit<Event extends RequestEvent, Result>(
	action: (event: Event, form: FormData) => Promise<Result>,
	most = MOST_BYTES
): (event: Event) => Promise<Result | ActionFailure<Failure>> {
	return async (event) => {
		const form = await formOf(event.request, most);
		try {
			return await action(event, form);
		} catch (trouble) {
			const mendable =
				trouble instanceof Invalid ||
				trouble instanceof Conflict ||
				trouble instanceof TooMany ||
				trouble instanceof ConfirmFirst;
			if (!mendable) throw trouble;
			const issues = trouble instanceof Invalid ? trouble.issues : {};
			return fail(trouble.status, { reason: trouble.reason, issues, ...typedIn(form) });
		}
	};
}
