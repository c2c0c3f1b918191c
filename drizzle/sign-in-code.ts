import { parseArgs } from 'node:util';
import { resetFactors } from '../src/features/factors/server/reset-factors.ts';
import { recoverAccess } from '../src/features/people/server/recover-access.ts';
import { forgetAccounts } from '../src/features/sign-on/server/remove-account.ts';
import { NotFound } from '../src/kernel/errors.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `Usage: npm run sign-in-code -- E-MAIL [--reset-factor] [--database file:…]

Makes a new sign-in code for a coordinator who lost theirs, and prints it once. The code they had
stops working. With --reset-factor their app, passkeys, recovery codes and password are taken
away too, and their account elsewhere is unlinked, so that they set up others. Without --database it is for the one of DATABASE_URL, or else data/samenspraak.db.
Nothing else may use a database file meanwhile: stop the server first.
`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: { database: { type: 'string' }, 'reset-factor': { type: 'boolean' } }
	});
	const [email] = positionals;
	if (!email || positionals.length > 1) throw new Error(USAGE);
	const databaseUrl =
		values.database ?? (process.env['DATABASE_URL'] || 'file:data/samenspraak.db');
	const { name, place, code } = await withDatabase(databaseUrl, async ({ store, seal, now }) => {
		const ctx = { write: store.write, seal, now: now() };
		const made = await recoverAccess(ctx, email);
		if (values['reset-factor']) {
			await forgetAccounts(ctx, made.personId);
			await resetFactors(ctx, made.personId);
		}
		return made;
	});
	process.stdout.write(`${name ?? email}, ${place.name}\n/join  ${code}\n`);
}

main().catch((error: unknown) => {
	const text =
		error instanceof NotFound
			? 'There is no coordinator with this e-mail address.'
			: error instanceof Error
				? error.message
				: String(error);
	process.stderr.write(`${text}\n`);
	process.exitCode = 1;
});
