/**
 * States of the second layer: of 512 those that correlate most with the two parts of the Kalman filter's estimate, in the mean of
 * 24 settings (0.955, 0.955, 0.93 and 0.92). Three of one channel, whose Δ they share: their A alone differs.
 */
export const places = {
  im2: { layer: 1, channel: 26, state: 2 },
  im3: { layer: 1, channel: 26, state: 3 },
  im4: { layer: 1, channel: 26, state: 4 },
  re3: { layer: 1, channel: 21, state: 3 },
} as const;
export type Part = keyof typeof places;
export const parts = Object.keys(places) as Part[];

/** Each of them made by `of`. */
export const eachPart = <T>(of: (part: Part) => T): Readonly<Record<Part, T>> => ({
  im2: of("im2"),
  im3: of("im3"),
  im4: of("im4"),
  re3: of("re3"),
});
