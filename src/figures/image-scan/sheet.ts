/** The sheet that is drawn on and read: 14 × 14 cells with an ink level of 0 … 15 each, row by row. */
export const SIDE = 14;
export const PIXELS = SIDE * SIDE;
export const FULL = 15;

export type Levels = Uint8Array;

export const blank = (): Levels => new Uint8Array(PIXELS);
export const inkOf = (levels: Levels): number => levels.reduce((sum, x) => sum + x, 0);

/** What the model is given of a cell: −½ for paper, 1½ for full ink. */
export const valueOf = (level: number): number => (2 * level) / FULL - 0.5;
/** The level that is nearest to such a value. */
export const levelOf = (value: number): number => Math.round(((value + 0.5) / 2) * FULL);
