/* Keeps the file of a list, so that it need not be chosen twice. Without this it is chosen twice. */

/** @param {SubmitEvent} event Sends a form that looks at the file, and puts the answer and the file in its place. */
async function keepFile(event) {
	const form = /** @type {HTMLFormElement} */ (event.target);
	const button = /** @type {HTMLButtonElement | null} */ (event.submitter);
	if (![form, button].some((it) => it?.matches('[data-keep-file]'))) return;
	// refused, or it is on its way already
	if (event.defaultPrevented) return;
	event.preventDefault();
	const body = new FormData(form, button);
	if (button?.hasAttribute('formaction')) form.action = button.formAction;
	try {
		const answer = await fetch(form.action, {
			method: 'POST',
			body,
			headers: { accept: 'text/html' }
		});
		const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const main = next.querySelector('main');
		if (!main) throw new Error('no page');
		document.querySelector('main')?.replaceWith(main);
		document.title = next.title;
	} catch {
		form.submit();
		return;
	}
	document.dispatchEvent(new Event('main-replaced'));
	/** @type {HTMLInputElement | null} */
	const field = document.querySelector('main input[type="file"]');
	const file = body.get('file');
	if (field && file instanceof File && file.size > 0) {
		const files = new DataTransfer();
		files.items.add(file);
		field.files = files.files;
		document.querySelector('[data-file-kept]')?.removeAttribute('hidden');
	}
	/** @type {HTMLElement | null} */
	const target = document.querySelector('main [data-focus], main #columns');
	target?.setAttribute('tabindex', '-1');
	target?.focus();
}

document.addEventListener('submit', (event) => void keepFile(event));
