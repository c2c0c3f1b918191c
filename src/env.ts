import { defineEnvVars } from '@sveltejs/kit/env';
import { isIssuer } from './features/sign-on/settings.ts';

type Text = string | undefined;

/** A check that ends the start with one sentence when a value is wrong. Empty is the same as absent. */
const checked =
	(expected: string, accepts: RegExp, fallback: string) =>
	(value: Text): string => {
		const text = value || fallback;
		if (!accepts.test(text)) throw new Error(`${expected}, not "${text}".`);
		return text;
	};

/** Every environment variable the application reads. Checked at start; a wrong one stops it. */
export const variables = defineEnvVars({
	DATABASE_URL: {
		description:
			'Where the database is: file:data/samenspraak.db, or the primary of a libSQL server by libsql://, https://, http://, wss:// or ws://',
		schema: checked(
			'DATABASE_URL must begin with file:, libsql://, https://, http://, wss:// or ws://',
			/^(file:.+|(libsql|https?|wss?):\/\/.+)$/,
			'file:data/samenspraak.db'
		)
	},
	DATABASE_AUTH_TOKEN: {
		description: 'The token for a remote libSQL server',
		schema: (value: Text) => value ?? ''
	},
	ORIGIN: {
		description:
			'The address people use, such as https://praatmee.school.nl: links are made with it and only its host is answered. Empty: whatever host of this machine was asked for, over http',
		schema: checked(
			'ORIGIN must be a scheme and host without a path, such as https://praatmee.school.nl',
			/^$|^https?:\/\/[^/\s]+$/,
			''
		)
	},
	HOST: {
		description: 'The address to listen on',
		schema: checked(
			'HOST must be an address to listen on, such as 127.0.0.1',
			/^[\w.:-]+$/,
			'127.0.0.1'
		)
	},
	PORT: {
		description: 'The port to listen on; 0 picks a free one',
		schema: (value: Text) => {
			const port = Number(value || '3000');
			if (!Number.isInteger(port) || port < 0 || port > 65535)
				throw new Error(`PORT must be a whole number from 0 to 65535, not "${value ?? ''}".`);
			return port;
		}
	},
	SECRET_KEY: {
		description:
			'Seals codes and addresses: at least 32 characters, the same for every process on one database. Empty with a file: database: a key is made and kept beside it',
		schema: checked('SECRET_KEY must be at least 32 characters', /^$|^.{32,}$/s, '')
	},
	SECOND_FACTOR: {
		description:
			'Whether rights over others wait for a second factor: required, of everybody who has such rights; offered, only of those who set one up',
		schema: (value: Text): 'required' | 'offered' => {
			const text = value || 'required';
			if (text === 'required' || text === 'offered') return text;
			throw new Error(`SECOND_FACTOR must be required or offered, not "${text}".`);
		}
	},
	OIDC_ISSUER: {
		description:
			'The provider where staff sign in for all that they use (OpenID Connect), as it names itself, such as https://login.school.nl. Empty: there is none',
		schema: (value: Text) => {
			if (value && !isIssuer(value))
				throw new Error(
					`OIDC_ISSUER must be an address that begins with https://, without ? or #, or with http:// on this machine, not "${value}".`
				);
			return value ?? '';
		}
	},
	OIDC_CLIENT_ID: {
		description: 'What this website is called at that provider',
		schema: checked('OIDC_CLIENT_ID must be one word', /^\S*$/, '')
	},
	OIDC_CLIENT_SECRET: {
		description: 'The secret by which that provider knows this website',
		schema: (value: Text) => value ?? ''
	},
	OIDC_NAME: {
		description: 'What staff call that provider: it is on the button. Empty: its host',
		schema: checked('OIDC_NAME must be at most 40 characters on one line', /^[^\r\n]{0,40}$/, '')
	},
	OIDC_ACR: {
		description:
			'The values of `acr` by which that provider says that somebody showed a second factor, with spaces between them. What it says in `amr` (mfa, otp, hwk, sc, fido) counts without',
		schema: checked('OIDC_ACR must be words with spaces between them', /^[\x21-\x7E ]*$/, '')
	},
	SMTP_URL: {
		description:
			'The server that takes our mail, such as smtps://name:password@mail.school.nl. Empty: no mail is sent',
		schema: (value: Text) => {
			// never in the sentence: a password may stand in it
			if (value && !/^smtps?:\/\/\S+$/.test(value))
				throw new Error('SMTP_URL must begin with smtp:// or smtps://');
			return value ?? '';
		}
	},
	MAIL_FROM: {
		description:
			'The sender of our mail, such as Samenspraak <praatmee@school.nl>. Empty: no-reply at the host of ORIGIN',
		schema: checked(
			'MAIL_FROM must be an e-mail address, with a name before it if you like: Samenspraak <praatmee@school.nl>',
			/^$|^([^<>@\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/,
			''
		)
	},
	BOUNCE_KEY: {
		description:
			'Signs what a mail server tells about mail that came back, at /hooks/bounce: at least 32 characters. Empty: nothing is taken there',
		schema: (value: Text) => {
			if (value && value.length < 32) throw new Error('BOUNCE_KEY must be at least 32 characters');
			return value ?? '';
		}
	},
	CLOCK: {
		description:
			'For demonstrations and tests only: the moment at which the clock of the application starts, such as 2027-09-06T08:00:00Z. Every page says so. Empty: the real time',
		schema: checked(
			'CLOCK must be a moment in UTC, such as 2027-09-06T08:00:00Z',
			/^$|^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
			''
		)
	}
});
