/** A fraction as text, in lowest terms, for keeping and sending: `9/2`, `-1/3`, `4`. */
export type Exact = string;

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
	let [larger, smaller] = [a, b];
	while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
	return larger;
}

/**
 * An exact rational number, always in lowest terms. Votes are counted with these and never with
 * floats: `new Fraction(1, 10).plus(new Fraction(2, 10))` is `3/10`.
 */
export class Fraction {
	/** Carries the sign. */
	readonly numerator: bigint;
	/** Always positive. */
	readonly denominator: bigint;

	/** Refuses a denominator of 0, and numbers that are not whole. */
	constructor(numerator: bigint | number, denominator: bigint | number = 1n) {
		const n = BigInt(numerator);
		const d = BigInt(denominator);
		if (d === 0n) throw new RangeError('a fraction cannot have denominator 0');
		const sign = d < 0n ? -1n : 1n;
		const divisor = greatestCommonDivisor(n < 0n ? -n : n, d * sign);
		this.numerator = (n * sign) / divisor;
		this.denominator = (d * sign) / divisor;
	}

	/** Reads what `toString` wrote; lowest terms are not asked for. */
	static parse(text: Exact): Fraction {
		const found = /^(-?\d+)(?:\/(\d+))?$/.exec(text);
		if (!found?.[1]) throw new RangeError(`not a fraction: ${text}`);
		return new Fraction(BigInt(found[1]), BigInt(found[2] ?? 1));
	}

	plus(other: Fraction): Fraction {
		return new Fraction(
			this.numerator * other.denominator + other.numerator * this.denominator,
			this.denominator * other.denominator
		);
	}

	minus(other: Fraction): Fraction {
		return this.plus(new Fraction(-other.numerator, other.denominator));
	}

	times(other: Fraction): Fraction {
		return new Fraction(this.numerator * other.numerator, this.denominator * other.denominator);
	}

	/** This divided by the other, which may not be 0. */
	over(other: Fraction): Fraction {
		return new Fraction(this.numerator * other.denominator, this.denominator * other.numerator);
	}

	/** Negative, zero or positive, as for `Array.prototype.sort`. */
	compare(other: Fraction): number {
		const difference = this.numerator * other.denominator - other.numerator * this.denominator;
		return difference < 0n ? -1 : difference > 0n ? 1 : 0;
	}

	equals(other: Fraction): boolean {
		return this.compare(other) === 0;
	}

	isZero(): boolean {
		return this.numerator === 0n;
	}

	toString(): Exact {
		return this.denominator === 1n ? `${this.numerator}` : `${this.numerator}/${this.denominator}`;
	}
}
