/**
 * A circle and a square whose surfaces stand to each other as two numbers, as large as the cover
 * has room for: 123 wide for the circle, 76 for the square. Only drawn, never counted with.
 */
export function coverShapes(circle: number, square: number): { radius: number; side: number } {
	const radius = Math.sqrt(circle / Math.PI);
	const side = Math.sqrt(square);
	const scale = Math.min(61 / radius, 76 / side);
	return { radius: tenth(radius * scale), side: tenth(side * scale) };
}

const tenth = (size: number): number => Math.floor(size * 10) / 10;
