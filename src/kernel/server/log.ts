type Fields = Readonly<Record<string, string | number | boolean | null>>;

/**
 * One line of JSON on the standard output. Never a body, a token, a whole address or a vote:
 * callers pass ids and counts. JSON escapes line breaks, so one event is always one line.
 */
export function log(event: string, fields: Fields = {}): void {
	process.stdout.write(`${JSON.stringify({ event, ...fields })}\n`);
}
