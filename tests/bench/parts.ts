import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = 'docs/benchmarks.md';

/** The parts of the page with benchmarks, by their headings; what stands before the first has none. */
function parts(): Map<string, string> {
	const page = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
	const [first = '', ...others] = page.split(/^## /m);
	return new Map([
		['', first],
		...others.map((part): [string, string] => {
			const [heading = '', ...lines] = part.split('\n');
			return [heading, lines.join('\n')];
		})
	]);
}

/** Writes one part of the page anew; the others stay, since they are measured by themselves. */
export function keepPart(heading: string, text: string): void {
	const page = parts().set(heading, `\n${text.trim()}\n`);
	const written = [...page].map(
		([title, part]) => `${title === '' ? '' : `\n## ${title}\n\n`}${part.trim()}\n`
	);
	mkdirSync('docs', { recursive: true });
	writeFileSync(FILE, written.join(''));
}
