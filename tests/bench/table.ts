/** One line of the benchmark: medians over the rounds. */
export type Line = {
	readonly name: string;
	readonly goal: string;
	/** CPU-ms per request, ours and of the bare server (NaN: nothing to compare with). */
	readonly cpu: number;
	readonly floor: number;
	readonly statuses: Readonly<Record<number, number>>;
	readonly plain?: number;
	readonly brotli?: number;
	/** Requests per second, ours and of the bare server. */
	readonly perSecond?: { readonly ours: number; readonly bare: number };
};

const kB = (bytes: number | undefined) => (bytes === undefined ? '' : (bytes / 1000).toFixed(1));
const ms = (value: number) => (Number.isNaN(value) ? '' : value.toFixed(3));

/** The table as Markdown, with how it was made. */
export function tableOf(
	lines: readonly Line[],
	rss: { readonly idle: number; readonly loaded: number },
	rounds: number
): string {
	const rows = lines.map((it) => {
		const ratio = Number.isNaN(it.floor) ? '' : `${(it.cpu / it.floor).toFixed(1)} ×`;
		const statuses = Object.entries(it.statuses).map(
			([status, count]) => `${status}: ${String(count)}`
		);
		const rate = it.perSecond
			? `${it.perSecond.ours.toFixed(0)}, bare ${it.perSecond.bare.toFixed(0)}`
			: '';
		return `| ${[it.name, ms(it.cpu), ms(it.floor), ratio, it.goal, kB(it.plain), kB(it.brotli), rate, statuses.join(', ')].join(' | ')} |`;
	});
	return `# Benchmarks

Made by \`npm run bench\`: medians of ${String(rounds)} interleaved rounds, 16 connections unless said otherwise,
server and load in processes of their own, both warmed with 2,000 requests. CPU-ms is user and
system time of the server's process per request; "bare" is a node:http server that sends the same
bytes (for a vote: two prepared inserts in a group commit). A page that is signed in is asked each
time by another parent. Only ratios can be compared between machines.

| what | CPU-ms | bare | ratio | goal | kB | kB brotli | per second | answers |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Memory of the server: ${rss.idle.toFixed(0)} MB after start (goal ≤ 120), ${rss.loaded.toFixed(0)} MB after all of this (goal ≤ 450).
`;
}
