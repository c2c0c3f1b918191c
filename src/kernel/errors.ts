import type { Reason } from '#i18n/reasons.ts';

/** What is wrong with which field: the field's name, and a key of the catalogue's reasons. */
export type Issues = Readonly<Record<string, string>>;

/**
 * What can go wrong on purpose. Commands and queries throw these and nothing else catches them:
 * `submit()` hands those that a person can mend (Invalid, Conflict, TooMany) back to the form, and
 * `handleError` in hooks.server.ts turns the others into a page with the right status.
 *
 * Any other exception is a bug and becomes a 500 with an id to quote.
 */
export abstract class AppError extends Error {
	abstract readonly status: number;

	/** A stable code. Its wording is in `i18n/<language>/reasons.ts`. */
	readonly reason: Reason;

	constructor(reason: Reason) {
		super(reason);
		this.name = new.target.name;
		this.reason = reason;
	}
}

/** The input breaks a rule. */
export class Invalid extends AppError {
	readonly status = 400;
	readonly issues: Issues;

	constructor(reason: Reason, issues: Issues = {}) {
		super(reason);
		this.issues = issues;
	}
}

/** Nobody is signed in, and somebody must be. */
export class SignInRequired extends AppError {
	readonly status = 401;
}

/** The policy table says no, and the person may know that the thing exists. */
export class Forbidden extends AppError {
	readonly status = 403;
}

/** They may, but must show first that it is them. */
export class ConfirmFirst extends AppError {
	readonly status = 403;
}

/** There is no such thing in this scope, or this person may not know that there is. */
export class NotFound extends AppError {
	readonly status = 404;
}

/** It was possible a moment ago: the poll closed, the seat was taken, the vote was cast. */
export class Conflict extends AppError {
	readonly status = 409;
}

/** Slow down. */
export class TooMany extends AppError {
	readonly status = 429;
}
