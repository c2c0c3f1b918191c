import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { iconNames } from './icon-names.ts';

const require = createRequire(import.meta.url);

/** The sprite: one symbol for every icon we use, from Phosphor Icons (bold). */
export function spriteOf(names: readonly string[]): string {
	const symbols = names.map((name) => {
		const file = require.resolve(`@phosphor-icons/core/bold/${name}-bold.svg`);
		const paths = readFileSync(file, 'utf8').match(/<svg[^>]*>(.*)<\/svg>/s)?.[1];
		return `<symbol id="i-${name}" viewBox="0 0 256 256">${String(paths)}</symbol>`;
	});
	return [
		'<svg xmlns="http://www.w3.org/2000/svg">',
		'<!-- Phosphor Icons, © Phosphor Icons, MIT licence. Made by make-icons.ts. -->',
		...symbols,
		'</svg>\n'
	].join('\n');
}

if (import.meta.main) {
	writeFileSync(new URL('./icons.svg', import.meta.url), spriteOf(iconNames));
}
