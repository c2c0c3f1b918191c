/* The screen of a helpdesk that nobody touches goes back to the lock. Without this file the page does
   so by itself, and the server ends the session of a parent in any case. */

const LOCK = '/helpdesk';
/** How many seconds before the end it says so. */
const WARNED = 30;
/** How often the server hears that somebody is there. */
const PULSE = 10_000;

/** @param {HTMLElement} screen */
function watch({ dataset }) {
	const idle = Number(dataset.idle) * 1000;
	const last = Date.now() + Number(dataset.left) * 1000;
	const endAfter = () => Math.min(Date.now() + idle, last);
	/** @type {HTMLElement | null} */
	const warning = document.querySelector('[data-idle-warning]');
	const shown = document.querySelector('[data-idle-count]');
	let end = endAfter();
	let told = Date.now();
	let waiting = false;

	const leave = () => {
		clearInterval(clock);
		location.replace(LOCK);
	};
	const tell = async () => {
		waiting = false;
		told = Date.now();
		const headers = { accept: 'application/json' };
		const body = new URLSearchParams();
		const answer = await fetch(`${LOCK}?/stay`, { method: 'POST', headers, body }).catch(
			() => null
		);
		// without a network the clock here goes on; whoever is signed out already leaves at once
		const reply = answer?.ok ? await answer.json() : null;
		if (reply && reply.type !== 'success') leave();
	};
	const touched = () => {
		end = endAfter();
		show();
		if (waiting) return;
		waiting = true;
		setTimeout(() => void tell(), Math.max(0, told + PULSE - Date.now()));
	};
	const show = () => {
		const seconds = Math.ceil((end - Date.now()) / 1000);
		if (seconds <= 0) return leave();
		if (warning && warning.hidden === seconds <= WARNED) warning.hidden = seconds > WARNED;
		if (shown) shown.textContent = String(seconds);
	};
	const clock = setInterval(show, 1000);
	for (const sign of ['pointerdown', 'keydown', 'input', 'wheel'])
		addEventListener(sign, touched, { passive: true });
	// a tablet that slept, and a page that comes back from before
	document.addEventListener('visibilitychange', show);
	addEventListener('pageshow', ({ persisted }) => persisted && leave());
}

if (document.querySelector('[data-wipe]')) {
	sessionStorage.clear();
	localStorage.clear();
}
/** @type {HTMLElement | null} */
const screen = document.querySelector('[data-idle]');
if (screen) watch(screen);
