import { fail, type ActionFailure } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { ConfirmFirst, Conflict, Invalid, TooMany, type Issues } from '#kernel/errors.ts';
import type { Reason } from '#i18n/reasons.ts';

/** What a form gets back: why it was refused, which fields, and everything that was typed. */
export type Failure = {
	readonly reason: Reason;
	readonly issues: Issues;
	readonly values: Readonly<Record<string, string>>;
	/** The same for names that came more than once: boxes that were ticked. */
	readonly lists: Readonly<Record<string, readonly string[]>>;
};

/** The text fields of a form as typed. Files are left out. */
function typedIn(form: FormData): Pick<Failure, 'values' | 'lists'> {
	const typed = new Map<string, string[]>();
	for (const [name, value] of form) {
		if (typeof value === 'string') typed.set(name, [...(typed.get(name) ?? []), value]);
	}
	const several = [...typed].filter(([, all]) => all.length > 1);
	return {
		values: Object.fromEntries([...typed].map(([name, [first = '']]) => [name, first])),
		lists: Object.fromEntries(several)
	};
}

/**
 * The form that was sent. A body that is none, or breaks off, is a mistake of who sent it; one that
 * is too large SvelteKit refuses itself.
 */
async function formOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (error) {
		throw error instanceof TypeError ? new Invalid('form.unreadable') : error;
	}
}

/** Makes a form action of a function, and hands back to the form what the person can mend. */
export function submit<Event extends RequestEvent, Result>(
	action: (event: Event, form: FormData) => Promise<Result>
): (event: Event) => Promise<Result | ActionFailure<Failure>> {
	return async (event) => {
		const form = await formOf(event.request);
		try {
			return await action(event, form);
		} catch (error) {
			const mendable =
				error instanceof Invalid ||
				error instanceof Conflict ||
				error instanceof TooMany ||
				error instanceof ConfirmFirst;
			if (!mendable) throw error;
			const issues = error instanceof Invalid ? error.issues : {};
			return fail(error.status, { reason: error.reason, issues, ...typedIn(form) });
		}
	};
}
