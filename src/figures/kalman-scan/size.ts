/** Steps of the series, and rounds of joins until all are done. */
export const STEPS = 8;
export const ROUNDS = 3;
/** Variance of the first state before anything is seen. */
export const P0 = 4;
