import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const clock = {
	selector:
		"NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
	message: 'Time comes in as `ctx.now`.'
};
const chance = {
	selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
	message: 'Chance comes in as a seed, or use newId().'
};
const rawSql = {
	selector:
		"CallExpression[callee.object.name='sql'][callee.property.name='raw'] > :not(Literal):not(MemberExpression)",
	message: 'No SQL is put together from variables.'
};

export default defineConfig(
	{ ignores: ['.svelte-kit', 'build', 'data', 'drizzle/migrations', 'test-results'] },
	...ts.configs.strictTypeChecked,
	...svelte.configs.recommended,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: { allowDefaultProject: ['eslint.config.js'] },
				extraFileExtensions: ['.svelte']
			}
		},
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/no-confusing-void-expression': 'off',
			'@typescript-eslint/only-throw-error': 'off',
			'@typescript-eslint/no-empty-object-type': 'off',
			'no-restricted-syntax': ['error', rawSql],
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ ignoreRestSiblings: true, argsIgnorePattern: '^_' }
			],
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['src/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-globals': ['error', { name: 'fetch', message: 'The server talks to nobody.' }]
		}
	},
	// svelte-check knows the types of pages; typescript-eslint does not
	{
		files: ['**/*.svelte'],
		...ts.configs.disableTypeChecked,
		languageOptions: { parserOptions: { parser: ts.parser } }
	},
	{ files: ['**/*.js'], ...ts.configs.disableTypeChecked },
	// the one place where HTML that the server made safe goes on the page
	{ files: ['src/ui/Prose.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
	{
		files: ['src/{kernel,policy,features}/**/*.ts'],
		ignores: ['**/*.test.ts'],
		rules: { 'no-restricted-syntax': ['error', clock, chance, rawSql] }
	}
);
