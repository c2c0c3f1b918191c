function refuse(what: string, where: string): never {
	throw new TypeError(`canonical JSON cannot hold ${what} (at ${where})`);
}

function textOf(text: string, where: string): string {
	return text.isWellFormed() ? JSON.stringify(text) : refuse('half a character', where);
}

function write(value: unknown, where: string): string {
	if (value === null || typeof value === 'boolean') return String(value);
	if (typeof value === 'string') return textOf(value, where);
	if (typeof value === 'number') {
		return Number.isSafeInteger(value) ? String(value) : refuse(`the number ${value}`, where);
	}
	if (Array.isArray(value)) {
		const items = Array.from(value, (item: unknown, at) => write(item, `${where}[${at}]`));
		return `[${items.join(',')}]`;
	}
	if (typeof value !== 'object') return refuse(typeof value, where);

	const prototype: unknown = Object.getPrototypeOf(value);
	if (prototype !== Object.prototype && prototype !== null) {
		return refuse('an object with a class', where);
	}
	const members = new Map<string, unknown>(Object.entries(value));
	// without a comparer, sort() goes by UTF-16 code units, which is the order RFC 8785 asks for
	const written = [...members.keys()]
		.sort()
		.map((key) => `${textOf(key, where)}:${write(members.get(key), `${where}.${key}`)}`);
	return `{${written.join(',')}}`;
}

/**
 * The one way to write a value as JSON, after RFC 8785: keys in the order of their UTF-16 code
 * units, no white space, no newline at the end. `{ b: [1, 'é'], a: null }` is
 * `{"a":null,"b":[1,"é"]}`.
 *
 * The SHA-256 of its UTF-8 bytes is a fingerprint anyone can make again with `sha256sum` on the
 * exported file. So it refuses what does not come back the same everywhere: numbers that are not
 * safe whole numbers, `undefined`, half a surrogate pair, dates and other objects with a class.
 */
export function canonicalJson(value: unknown): string {
	return write(value, '$');
}
