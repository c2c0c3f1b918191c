import { encode } from 'uqr';

export type QrPath = { readonly size: number; readonly path: string };

/** A square code as one path for all dark squares: a run of them in a row is one step. */
export function qrPath(value: string): QrPath {
	const { data, size } = encode(value, { ecc: 'M', border: 4 });
	const path = data.flatMap((row, y) => {
		const runs: string[] = [];
		let x = 0;
		while (x < size) {
			const from = x;
			while (row[x]) x += 1;
			if (x > from) runs.push(`M${from} ${y}h${x - from}v1h-${x - from}z`);
			x += 1;
		}
		return runs;
	});
	return { size, path: path.join('') };
}
