/* Reads aloud what is marked with data-read, with a voice of this device: nothing is sent anywhere. */

/** @type {SpeechSynthesis | undefined} */
const speech = window.speechSynthesis;

/** @param {string} tag */
const language = (tag) => tag.toLowerCase().split(/[-_]/)[0];

/** @param {string} lang A voice that speaks it here; some browsers also offer voices of a company. */
const voiceFor = (lang) =>
	speech?.getVoices().find((it) => it.localService && language(it.lang) === language(lang));

/** What is to be read, in the order of the page, line by line: browsers break off long texts. */
function linesToRead() {
	/** @type {NodeListOf<HTMLElement>} */
	const parts = document.querySelectorAll('[data-read]');
	return [...parts].flatMap((part) => {
		const lang = part.closest('[lang]')?.getAttribute('lang') ?? '';
		const lines = part.innerText.split('\n').map((line) => line.trim());
		return lines.filter(Boolean).map((line) => ({ line, lang }));
	});
}

/** @param {HTMLButtonElement} button */
function prepare(button) {
	const face = button.querySelector('[data-label]') ?? button;
	const label = face.textContent;
	/** @type {SpeechSynthesisUtterance | null} The last of what is being read. */
	let reading = null;

	const stop = () => {
		reading = null;
		face.textContent = label;
		speech?.cancel();
	};
	const start = () => {
		const said = linesToRead().map(({ line, lang }) => {
			const spoken = new SpeechSynthesisUtterance(line);
			spoken.voice = voiceFor(lang) ?? null;
			spoken.lang = lang;
			return spoken;
		});
		const able = said.filter(({ voice }) => voice);
		const last = able.at(-1);
		if (!last) return;
		reading = last;
		face.textContent = `${button.dataset.stop}`;
		// what was broken off before tells so later, when another may be read
		last.onend = last.onerror = () => reading === last && stop();
		for (const one of able) speech?.speak(one);
	};
	// the voices of some browsers come a little later than the page
	const offer = () => (button.hidden = !voiceFor(document.documentElement.lang));

	button.addEventListener('click', () => (reading ? stop() : start()));
	addEventListener('pagehide', stop);
	speech?.addEventListener?.('voiceschanged', offer);
	offer();
}

document.querySelectorAll('button[data-read-aloud]').forEach((it) => {
	prepare(/** @type {HTMLButtonElement} */ (it));
});
