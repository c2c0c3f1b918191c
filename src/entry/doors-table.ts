import type { DemoDoor } from '../demo/seed.ts';

type Place = { readonly HOST?: string; readonly PORT?: string; readonly ORIGIN?: string };

/** Where the server will be reached; empty when that is only known once it listens. */
function originOf({ HOST, PORT, ORIGIN }: Place): string {
	if (ORIGIN) return ORIGIN.replace(/\/$/, '');
	if (PORT === '0') return '';
	const everywhere = !HOST || ['0.0.0.0', '::', '127.0.0.1'].includes(HOST);
	return `http://${everywhere ? 'localhost' : HOST}:${PORT || '3000'}`;
}

const printed = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** Who can sign in with which code, in Dutch and English, for a terminal. */
export function doorsTable(doors: readonly DemoDoor[], place: Place): string {
	if (doors.length === 0) return 'De codes zijn eerder getoond. / The codes were shown before.';
	const origin = originOf(place);
	const lines = doors.map(({ who, place: where, code, path, does }) =>
		[
			`  ${(code ? printed(code) : '—').padEnd(11)}${who}, ${where}`,
			`             ${does.nl}`,
			`             ${does.en}`,
			`             ${origin}${path}`
		].join('\n')
	);
	return [
		'',
		`Wie kan wat? Vul de code in op ${origin}/join`,
		`Who can do what? Enter the code at ${origin}/join`,
		'',
		lines.join('\n\n'),
		''
	].join('\n');
}
