import { fail, type ActionFailure } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { Conflict, Invalid, TooMany, type Issues } from '#kernel/errors.ts';
import type { Reason } from '#i18n/reasons.ts';

/** What a form gets back: why it was refused, which fields, and everything that was typed. */
export type Failure = {
	readonly reason: Reason;
	readonly issues: Issues;
	readonly values: Readonly<Record<string, string>>;
};

/** The text fields of a form as typed; of a name that comes twice, the first. Files are left out. */
function typedIn(form: FormData): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of form) if (typeof value === 'string') values[name] ??= value;
	return values;
}

/** Makes a form action of a function, and hands back to the form what the person can mend. */
export function submit<Event extends RequestEvent, Result>(
	action: (event: Event, form: FormData) => Promise<Result>
): (event: Event) => Promise<Result | ActionFailure<Failure>> {
	return async (event) => {
		const form = await event.request.formData();
		try {
			return await action(event, form);
		} catch (error) {
			const mendable =
				error instanceof Invalid || error instanceof Conflict || error instanceof TooMany;
			if (!mendable) throw error;
			const issues = error instanceof Invalid ? error.issues : {};
			return fail(error.status, { reason: error.reason, issues, values: typedIn(form) });
		}
	};
}
