import type { DemoDoor } from '../demo/seed.ts';

type Server = { readonly HOST?: string; readonly PORT?: string; readonly ORIGIN?: string };

/** Where the server will be reached; empty when that is only known once it listens. */
function originOf({ HOST, PORT, ORIGIN }: Server): string {
	if (ORIGIN) return ORIGIN.replace(/\/$/, '');
	if (PORT === '0') return '';
	const everywhere = !HOST || ['0.0.0.0', '::', '127.0.0.1'].includes(HOST);
	return `http://${everywhere ? 'localhost' : HOST}:${PORT || '3000'}`;
}

const WIDTH = 13;
const printed = (code: string) => (code ? `${code.slice(0, 4)}-${code.slice(4)}` : '—');
const row = (code: string, text: string) => `  ${code.padEnd(WIDTH)}${text}`;

/** A line for each who can do the same, and below it what that is and where it begins. */
function block(doors: readonly DemoDoor[], origin: string): string {
	const lines = doors.map(({ code, who, place }) => row(printed(code), `${who}, ${place}`));
	const { does, path } = doors[0] ?? { does: { nl: '', en: '' }, path: '' };
	return [...lines, row('', does.nl), row('', does.en), row('', `${origin}${path}`)].join('\n');
}

/** Who can sign in with which code, in Dutch and English, for a terminal. */
export function doorsTable(doors: readonly DemoDoor[], server: Server): string {
	if (doors.length === 0) return 'De codes zijn eerder getoond. / The codes were shown before.';
	const origin = originOf(server);
	const alike = Map.groupBy(doors, ({ place, does }) => `${place} ${does.nl}`);
	return [
		'',
		`Wie kan wat? Vul de code in op ${origin}/join`,
		`Who can do what? Enter the code at ${origin}/join`,
		'',
		[...alike.values()].map((group) => block(group, origin)).join('\n\n'),
		''
	].join('\n');
}
