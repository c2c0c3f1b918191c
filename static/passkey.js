/* Passkeys: asks the browser, and sends what it answers with the form. Without this file there are other ways in. */

/** @param {HTMLFormElement} form */
function prepare(form) {
	const { passkey, options } = form.dataset;
	const go = form.querySelector('[data-passkey-go]');
	const failed = form.querySelector('[data-passkey-failed]');
	const field = /** @type {HTMLInputElement} */ (form.elements.namedItem('credential'));
	const asked = JSON.parse(`${options}`);

	async function ask() {
		failed?.setAttribute('hidden', '');
		try {
			const answer =
				passkey === 'create'
					? await navigator.credentials.create({
							publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked)
						})
					: await navigator.credentials.get({
							publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked)
						});
			field.value = JSON.stringify(answer);
			form.submit();
		} catch {
			failed?.removeAttribute('hidden');
		}
	}
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void ask();
	});
	go?.addEventListener('click', () => void ask());
	go?.removeAttribute('hidden');
	form.querySelector('[data-passkey-without]')?.setAttribute('hidden', '');
}

/** @type {NodeListOf<HTMLFormElement>} */
const forms = document.querySelectorAll('form[data-passkey]');
if ('parseRequestOptionsFromJSON' in (globalThis.PublicKeyCredential ?? {})) forms.forEach(prepare);
