/** The most bytes that a form may bring. */
export const MOST_BYTES = 512_000;

/** The most bytes of the form with a list that is read in: of one file and what stands around it. */
export const MOST_OF_LIST = 12_500_000;
