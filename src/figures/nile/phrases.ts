export const phrases = {
  off: "off the scale",
  top: "No pair of variances makes this series likelier. Each new value moves the level by {gain} of its surprise.",
  near: "This pair is {below} below the maximum: the data can hardly tell the two apart. Each new value moves the level by {gain} of its surprise.",
  far: "This pair is {below} below the maximum. Each new value moves the level by {gain} of its surprise.",
  short: "Two variances need at least three values. Choose a longer series.",
  constant:
    "All values are the same: no noise and no steps explain it best. Choose a series that varies.",
  empty: "Every value of this series is missing. Choose a series with numbers in it.",
  none: "No maximum to find here",
  level: "level so far",
  hindsight: "with hindsight",
  fan: "forecast 50, 80, 95 %",
  here: "this pair",
  best: "maximum",
  book: "Durbin & Koopman",
  region: "within it: not rejected at 5 %",
  scaled: "sliders in units of",
  drag: "The two variances: drag the point over the map of the likelihood, or use the arrow keys",
  scrub: "Today: drag along the series, or use the arrow keys",
  whole:
    "The series with its level and forecast; below, the likelihood as a map over the two variances",
  atYear: "year {year}",
} as const;

export type Phrase = keyof typeof phrases;
