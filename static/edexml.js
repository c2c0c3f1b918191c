/*
 * Reads the names of groups from an EDEXML file, here in the browser. Pupils, teachers and all else in
 * it are never looked up; the file is not sent. Without this file one types the names.
 */

/** What may stand under the root, in this order. */
const PARTS = ['school', 'groepen', 'leerlingen', 'leerkrachten'];

/** @param {Element} parent @param {string} name */
const below = (parent, name) => Array.from(parent.children).filter((it) => it.localName === name);

/** @param {string} source @returns {{ names: string[] } | { wrong: string }} */
function groupsIn(source) {
	const root = new DOMParser().parseFromString(source, 'application/xml').documentElement;
	if (root.localName.toUpperCase() !== 'EDEX') return { wrong: root.localName };
	const [school] = root.children;
	if (school?.localName !== 'school') return { wrong: school?.localName ?? 'school' };
	let place = 0;
	for (const part of root.children) {
		const found = PARTS.indexOf(part.localName);
		if (found >= 0 && found < place) return { wrong: part.localName };
		place = Math.max(place, found);
	}
	const groups = below(root, 'groepen').flatMap((part) => Array.from(part.children));
	const names = groups
		.filter((it) => /groep$/.test(it.localName))
		.flatMap((it) => below(it, 'naam').map((name) => (name.textContent ?? '').trim()))
		.filter((name) => name !== '');
	return { names: [...new Set(names)] };
}

/** @param {Element} box Shows the field, and fills in what is in the file that is chosen. */
function show(box) {
	const field = /** @type {HTMLInputElement} */ (box.querySelector('input'));
	const status = /** @type {HTMLElement} */ (box.querySelector('[data-edexml-status]'));
	const target = document.querySelector(`textarea[name="${box.getAttribute('data-edexml')}"]`);
	box.removeAttribute('hidden');
	field.addEventListener('change', async () => {
		const source = (await field.files?.[0]?.text()) ?? '';
		field.value = '';
		const found = groupsIn(source);
		const { found: ok = '', wrong: no = '' } = status.dataset;
		if ('wrong' in found) status.textContent = no.replace('{n}', found.wrong.slice(0, 60));
		else {
			status.textContent = ok.replace('{n}', String(found.names.length));
			if (target instanceof HTMLTextAreaElement) target.value = found.names.join('\n');
		}
	});
}

const showAll = () => document.querySelectorAll('[data-edexml]').forEach(show);
showAll();
// import.js puts another page in the place of this one
document.addEventListener('main-replaced', showAll);
