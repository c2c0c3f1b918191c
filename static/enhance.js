/* Small comforts. Every page and every form works without this file. */

/** @template {HTMLElement} It @param {string} selector @param {(it: It) => void} visit */
function each(selector, visit) {
	/** @type {NodeListOf<It>} */
	const found = document.querySelectorAll(selector);
	found.forEach(visit);
}

/** @param {string} text Heard, not seen. */
function say(text) {
	const region = document.createElement('p');
	region.className = 'vh';
	region.role = 'status';
	document.body.append(region);
	// only heard when it comes later
	setTimeout(() => (region.textContent = text), 50);
}

/** @param {HTMLTextAreaElement} field Shows what is left; says it at 100 and 20. */
function count(field) {
	const shown = document.getElementById(`${field.id}-count`);
	const left = () => field.maxLength - field.value.length;
	let before = left();
	const tell = () => {
		const n = left().toLocaleString(document.documentElement.lang);
		const words = `${field.dataset.count}`.replace('{n}', n);
		if (shown && field.value) shown.textContent = words;
		if ([100, 20].some((mark) => before > mark && left() <= mark)) say(words);
		before = left();
	};
	field.addEventListener('input', tell);
	tell();
}

/** True when this page answers a form and does not refuse it. */
function accepted() {
	const [visit] = performance.getEntriesByType('navigation');
	const { type, redirectCount, responseStatus } = /** @type {PerformanceNavigationTiming} */ (
		visit
	);
	const answers = redirectCount > 0 || location.search.startsWith('?/');
	const refused = responseStatus >= 400 || document.querySelector('[aria-invalid], [data-focus]');
	return type !== 'back_forward' && answers && !refused;
}

/** @param {HTMLFormElement} form Keeps what is written until it is accepted. */
function keep(form) {
	const key = `draft:${form.dataset.draft}`;
	/** @type {NodeListOf<HTMLInputElement>} */
	const fields = form.querySelectorAll(
		'textarea[name], input[type="text"][name], input[type="radio"][name], select[name]'
	);
	/** @type {Record<string, string>} */
	const draft = JSON.parse(sessionStorage.getItem(key) ?? '{}');
	// all of it or nothing: words that come back under another name than was chosen do harm
	for (const field of fields) {
		const { type, name, value } = field;
		if (type === 'radio') field.checked = name in draft ? draft[name] === value : field.checked;
		else if (type.startsWith('select')) field.value = draft[name] ?? value;
		else field.value ||= draft[name] ?? '';
	}
	form.addEventListener('input', () => {
		for (const { type, name, value, checked } of fields)
			if (type !== 'radio' || checked) draft[name] = value;
		sessionStorage.setItem(key, JSON.stringify(draft));
	});
	form.addEventListener('submit', () => sessionStorage.setItem('sent', key));
}

/* Whoever signs out leaves nothing behind for the next one at this device. */
document.addEventListener('submit', ({ target }) => {
	const { action } = /** @type {HTMLFormElement} */ (target);
	if (/\/sign-out$|\?\/everywhere$/.test(action)) sessionStorage.clear();
});

const sent = sessionStorage.getItem('sent');
if (sent && accepted()) sessionStorage.removeItem(sent);
sessionStorage.removeItem('sent');
// who goes back to an answer to a form sees it, and is not asked to send the form again
if (location.search.startsWith('?/')) history.replaceState(null, '', location.href);

/** Says of which field a reason is: of several that read alike one cannot tell. */
function nameReasons() {
	/** @type {(it: HTMLAnchorElement) => void} */
	const name = (link) => {
		const it = /** @type {HTMLInputElement | null} */ (document.getElementById(link.hash.slice(1)));
		if (!it?.matches('input, textarea, select')) return;
		const isChoice = ['radio', 'checkbox'].includes(it.type);
		const label = isChoice ? it.closest('fieldset')?.querySelector('legend') : it.labels?.[0];
		const words = label?.textContent.trim().replace(/[:?.]$/, '');
		if (words && !link.dataset.named) link.prepend(`${(link.dataset.named = words)}: `);
	};
	each('.note-error a[href^="#"]', name);
}

nameReasons();
// import.js puts another page in the place of this one
document.addEventListener('main-replaced', nameReasons);
each('form[data-draft]', keep);
each('[maxlength][data-count]', count);
each('[data-print], [data-copy]', (it) => it.removeAttribute('hidden'));
each('[data-focus]', (it) => it.focus());

/* Asks first where that is wanted, and sends a form once. */
document.addEventListener('submit', (event) => {
	const form = /** @type {HTMLFormElement} */ (event.target);
	const button = event.submitter;
	const question = button?.dataset.confirm ?? form.dataset.confirm;
	if (form.ariaBusy || (question && !confirm(question))) return event.preventDefault();
	if (!button || form.method !== 'post') return;
	const face = button.innerHTML;
	form.ariaBusy = button.ariaBusy = 'true';
	if (form.dataset.busy) button.textContent = form.dataset.busy;
	const restore = () => {
		form.ariaBusy = button.ariaBusy = null;
		if (form.dataset.busy) button.innerHTML = face;
	};
	addEventListener('pagehide', restore, { once: true });
	// a file on a slow line takes minutes
	setTimeout(restore, form.enctype.startsWith('multipart') ? 300_000 : 10_000);
});

document.addEventListener('click', (event) => {
	const target = /** @type {Element} */ (event.target);
	if (target.closest('[data-print]')) print();
	/** @type {HTMLElement | null} */
	const it = target.closest('[data-copy]');
	if (!it) return;
	event.preventDefault();
	const { copy = '', copied = '' } = it.dataset;
	void navigator.clipboard.writeText(copy).then(() => say((it.textContent = copied)));
});

/* A menu that one leaves does not stay open over what comes next. */
document.addEventListener('focusout', ({ target, relatedTarget }) => {
	const menu = /** @type {Element} */ (target).closest('details.menu[open]');
	if (relatedTarget && !menu?.contains(/** @type {Element} */ (relatedTarget)))
		menu?.removeAttribute('open');
});

document.addEventListener('keydown', ({ key, target }) => {
	const menu =
		key === 'Escape' && /** @type {Element} */ (target).closest('details:is(.more, .menu)[open]');
	if (!menu) return;
	menu.removeAttribute('open');
	menu.querySelector('summary')?.focus();
});
