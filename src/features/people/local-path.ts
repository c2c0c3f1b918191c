/** A path on this website that was asked to go back to, or the front page for anything else. */
export function localPath(text: string | null | undefined): string {
	const path = text ?? '';
	const isOurs = /^\/(?![/\\])[^\\\p{Cc}\p{Z}\p{Surrogate}]*$/u.test(path) && path.length <= 500;
	return isOurs ? path : '/';
}
