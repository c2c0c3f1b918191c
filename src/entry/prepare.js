/**
 * Makes a fresh clone ready: installs when the lock file is newer than what is installed, builds
 * when the sources are newer than the build. Plain JavaScript without packages, because it runs
 * before there are any, on whatever Node (20 or newer) the machine has.
 *
 * `node prepare.js PROGRAM …` then runs a program on the Node that was installed: a shell that began
 * this one remembers the machine's own. `--no-build` installs only.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const at = (/** @type {string[]} */ ...path) => join(root, ...path);

/**
 * When a file or anything in a folder last changed; 0 when it is not there.
 *
 * @param {string} path
 * @returns {number}
 */
function changed(path) {
	if (!existsSync(path)) return 0;
	const here = statSync(path);
	if (!here.isDirectory()) return here.mtimeMs;
	return Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name))));
}

function run(
	/** @type {string} */ what,
	/** @type {string} */ command,
	/** @type {string[]} */ args
) {
	console.log(what);
	const { status } = spawnSync(command, args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: process.platform === 'win32'
	});
	if (status !== 0) process.exit(status ?? 1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
	console.error(`Node 20 or newer is needed; this is ${process.version}.`);
	process.exit(1);
}

const installed = changed(at('node_modules', '.package-lock.json'));
if (installed < changed(at('package-lock.json'))) run('Installing…', 'npm', ['ci']);

const built = changed(at('build', 'handler.js'));
const sources = ['src', 'static', 'vite.config.ts', 'package-lock.json'].map((name) =>
	changed(at(name))
);
const [program, ...rest] = process.argv.slice(2);
if (program !== '--no-build' && built < Math.max(...sources)) {
	run('Building…', 'npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']);
}

/**
 * What is new is given 16 MB and not 64, three times over: on a small server that memory is better
 * used elsewhere, and it hardly costs time (`npm run bench`).
 */
const FLAGS = ['--max-semi-space-size=16'];

if (program && program !== '--no-build') {
	const ours = at('node_modules', '.bin', 'node');
	const node = existsSync(ours) ? ours : process.execPath;
	const child = spawn(node, [...FLAGS, at(program), ...rest], { cwd: root, stdio: 'inherit' });
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.on(signal, () => child.kill(signal));
	child.once('exit', (status) => process.exit(status ?? 1));
}
