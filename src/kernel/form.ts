/** The text of a field of a form; empty when it did not come, or came as a file. */
export function textIn(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value : '';
}
