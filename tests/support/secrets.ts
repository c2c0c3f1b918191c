const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Buffer): string {
	const bits = [...bytes].map((it) => it.toString(2).padStart(8, '0')).join('');
	return (bits.match(/.{5}/g) ?? [])
		.map((five) => BASE32.charAt(Number.parseInt(five, 2)))
		.join('');
}

/** The bytes that some base32 stands for. */
export function bytesOfBase32(text: string): Buffer {
	const bits = Array.from(text.toUpperCase())
		.map((it) => BASE32.indexOf(it).toString(2).padStart(5, '0'))
		.join('');
	return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** Bytes as base64 wherever in a longer text they begin: without the signs that depend on what is around. */
const base64s = (bytes: Buffer): string[] =>
	[0, 1, 2].flatMap((before) => {
		const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		const begin = Math.ceil((before * 8) / 6);
		const inner = whole.slice(begin, Math.floor(((before + bytes.length) * 8) / 6));
		return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
	});

const percent = (bytes: Buffer): string =>
	[...bytes].map((it) => `%${it.toString(16).padStart(2, '0')}`).join('');

/**
 * How something secret may have been written down: as it is, without its dashes and spaces, and
 * either of them in base64, base32, hexadecimal and percent signs. In which case is all one.
 */
export function formsOf(secret: string, bytes: readonly Buffer[] = []): string[] {
	const bare = secret.replace(/[\s-]/g, '');
	const texts = [secret, bare, secret.toLowerCase(), secret.toUpperCase(), bare.toLowerCase()];
	const all = [...texts.map((it) => Buffer.from(it)), ...bytes];
	const forms = all.flatMap((it) => [
		...[it.toString('latin1'), it.toString('hex'), percent(it), base32(it)],
		...base64s(it)
	]);
	return [...new Set([...forms, encodeURIComponent(secret)].map((it) => it.toLowerCase()))];
}

/**
 * Which of these secrets stand somewhere, by their names. Six digits only count by themselves: they
 * also come about in the middle of hashes.
 */
export function foundIn(
	places: Readonly<Record<string, string>>,
	secrets: ReadonlyMap<string, readonly string[]>
): string[] {
	return Object.entries(places).flatMap(([place, text]) => {
		const lower = text.toLowerCase();
		const stands = (form: string) =>
			/^\d{6}$/.test(form)
				? new RegExp(`(?<![0-9a-z])${form}(?![0-9a-z])`).test(lower)
				: lower.includes(form);
		return [...secrets]
			.filter(([, forms]) => forms.some(stands))
			.map(([name]) => `${name} in ${place}`);
	});
}
