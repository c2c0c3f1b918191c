import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { LetterSheet } from '../letter.ts';
import { Conflict } from '#kernel/errors.ts';
import { qrPath } from '#ui/qr-path.ts';

/** Template, fonts and icons lie in our source, which is there wherever the server is started from. */
const FEATURE = 'src/features/letters';
const FONTS = join(FEATURE, 'fonts');
const ICONS = [
	...['chats', 'device-mobile', 'note-pencil', 'file-text'],
	...['users-three', 'phone', 'translate']
];

/** Loaded when somebody first prints: it is 50 MB of program and fonts. */
let compiler: Promise<NodeCompiler> | undefined;

async function load(): Promise<NodeCompiler> {
	const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
	const files = readdirSync(FONTS).filter((name) => name.endsWith('.ttf'));
	const fontBlobs = files.map((name) => readFileSync(join(FONTS, name)));
	return Compiler.create({ workspace: FEATURE, fontArgs: [{ fontBlobs }] });
}

function iconsAsImages(): Record<string, string> {
	const sprite = readFileSync('src/ui/icons.svg', 'utf8');
	return Object.fromEntries(
		ICONS.map((name) => {
			const [, view = '0 0 256 256', drawing = ''] =
				new RegExp(`<symbol id="i-${name}" viewBox="([^"]*)"[^>]*>(.*?)</symbol>`, 's').exec(
					sprite
				) ?? [];
			return [name, svg(view, drawing)];
		})
	);
}

const svg = (view: string, drawing: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}" fill="#162330">${drawing}</svg>`;

function qrOf(value: string): string {
	const { size, path } = qrPath(value);
	const view = `0 0 ${String(size)} ${String(size)}`;
	return svg(view, `<rect width="100%" height="100%" fill="#fff"/><path d="${path}" fill="#000"/>`);
}

/**
 * Letters as one PDF of a page each, with tags for who has it read aloud (PDF/UA-1). Type and pictures
 * become smaller until a letter fits; one that would be too small to read is refused.
 */
export async function lettersAsPdf(
	title: string,
	letters: readonly LetterSheet[],
	now: Date
): Promise<Buffer> {
	compiler ??= load();
	const typst = await compiler;
	const inputs = {
		title,
		icons: JSON.stringify(iconsAsImages()),
		letters: JSON.stringify(letters.map((it) => ({ ...it, qr: qrOf(it.code.url) })))
	};
	const done = typst.compile({ mainFilePath: join(FEATURE, 'template.typ'), inputs });
	const { result } = done;
	if (!result) {
		const diagnostics = JSON.stringify(done.takeError()?.shortDiagnostics ?? []);
		if (diagnostics.includes('letter-too-long')) throw new Conflict('letters.too-long');
		throw new Error(`the letters could not be set: ${diagnostics.slice(0, 500)}`);
	}
	try {
		return typst.pdf(result, {
			pdfStandard: 'ua-1',
			creationTimestamp: Math.floor(now.getTime() / 1000)
		});
	} finally {
		// what was set holds codes: nothing of it is kept for a next time
		typst.evictCache(0);
	}
}
