/** What can change about how somebody signs in. Of each the person is told. */
export const CHANGES = [
	'address',
	'password-set',
	'password-removed',
	'app-added',
	'app-removed',
	'passkey-added',
	'passkey-removed',
	'account-linked',
	'account-removed',
	'codes-renewed',
	'all-removed'
] as const;

export type Change = (typeof CHANGES)[number];
