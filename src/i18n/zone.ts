/** Where the schools are: every date and hour on screen is theirs. */
export const ZONE = 'Europe/Amsterdam';
