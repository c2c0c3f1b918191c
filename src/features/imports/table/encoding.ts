/** How the letters of a file were written. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Encoded = { readonly encoding: Encoding; readonly bom: boolean };

const MARKS = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]]
] as const;

/**
 * By its mark where there is one, and otherwise by all of its bytes: the one letter that is no UTF-8
 * may stand in the last row. What is no UTF-8 comes from an older Windows.
 */
export function encodingOf(bytes: Uint8Array): Encoded {
	for (const [encoding, mark] of MARKS)
		if (mark.every((byte, place) => bytes[place] === byte)) return { encoding, bom: true };
	const wide = wideOf(bytes);
	if (wide) return { encoding: wide, bom: false };
	return { encoding: isUtf8(bytes) ? 'utf-8' : 'windows-1252', bom: false };
}

const SLICE = 65_536;

function isUtf8(bytes: Uint8Array): boolean {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	try {
		for (let at = 0; at < bytes.length; at += SLICE)
			decoder.decode(bytes.subarray(at, at + SLICE), { stream: true });
		decoder.decode();
		return true;
	} catch {
		return false;
	}
}

/** UTF-16 without a mark: of plain letters every other byte is zero. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const seen = bytes.subarray(0, 400);
	const zerosAt = (rest: number) =>
		seen.filter((byte, place) => byte === 0 && place % 2 === rest).length;
	const [even, odd] = [zerosAt(0), zerosAt(1)];
	if (odd > seen.length / 4 && even === 0) return 'utf-16le';
	return even > seen.length / 4 && odd === 0 ? 'utf-16be' : null;
}

/** The text of a file, piece by piece, without its mark. */
export function* textOf(bytes: Uint8Array, { encoding }: Encoded): Generator<string> {
	const decoder = new TextDecoder(encoding);
	for (let at = 0; at < bytes.length; at += SLICE)
		yield decoder.decode(bytes.subarray(at, at + SLICE), { stream: true });
	yield decoder.decode();
}

/** What a file is by its first bytes, when it is no list of text. */
export function kindOf(bytes: Uint8Array): 'xml' | 'xlsx' | 'old-excel' | 'text' {
	const starts = (...mark: number[]) => mark.every((byte, place) => bytes[place] === byte);
	if (starts(0x50, 0x4b)) return 'xlsx';
	if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'old-excel';
	const [head = ''] = textOf(bytes.subarray(0, 400), encodingOf(bytes));
	return /^\s*</.test(head) ? 'xml' : 'text';
}
