/** Families of browsers and of what they run on, by what gives them away; the first that fits. */
const BROWSERS: readonly (readonly [name: string, sign: RegExp])[] = [
	['Edge', /\bEdg(?:e|A|iOS)?\//],
	['Opera', /\b(?:OPR|Opera|OPT)\//],
	['Samsung Internet', /\bSamsungBrowser\//],
	['Firefox', /\b(?:Firefox|FxiOS)\//],
	['Chrome', /\b(?:Chrome|CriOS|Chromium)\//],
	['Safari', /\bSafari\//]
];
const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
	['iPhone', /\biPhone\b/],
	['iPad', /\biPad\b/],
	['Android', /\bAndroid\b/],
	['Windows', /\bWindows\b/],
	['ChromeOS', /\bCrOS\b/],
	['macOS', /\bMac OS X\b/],
	['Linux', /\bLinux\b/]
];

/** What kind of browser on what kind of device: `Firefox, Windows`. Empty when it does not say. */
export function deviceOf(userAgent: string | null): string {
	const nameIn = (families: typeof BROWSERS) =>
		families.find(([, sign]) => sign.test(userAgent ?? ''))?.[0] ?? [];
	return [nameIn(BROWSERS), nameIn(SYSTEMS)].flat().join(', ');
}
