/** How long a mail lets in, counted from when it was asked for. */
export const VALID_MINUTES = 30;

/** How often the digits of one mail may be wrong. */
export const MOST_TRIES = 5;

/** How many accounts may share one address: the parents of a family, and grandparents who help. */
export const MOST_SHARING = 6;
