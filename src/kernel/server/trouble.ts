const CODES =
	/^(SQLITE_(FULL|BUSY|IOERR|CANTOPEN|READONLY|LOCKED)|TRANSACTION_TIMEOUT|ECONN|UND_ERR)/;

/**
 * Whether an error is trouble of the database itself: a full disk, a server that does not answer,
 * a lock that is not given back. Nobody's input is to blame, and the same request may work later.
 */
export function isTrouble(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const { code } = error as { code?: unknown };
	if (typeof code === 'string' && CODES.test(code)) return true;
	if (error.name === 'TimeoutError' || error.name === 'AbortError') return true;
	return isTrouble(error.cause);
}
