const covered =
  "One step ahead the 95 % band held {cover95} % of {trials} values; chance allows {low95} to {high95} %.";
const best =
  "S6 does best, with {s6Ratio} of the naive forecast's error; the autoregression has {arRatio}, the structural model {structuralRatio}.";
const regressed =
  "the autoregression does best, with {arRatio} of the naive forecast's error; S6 has {s6Ratio}, the structural model {structuralRatio}.";
const second =
  "the structural model does best, with {structuralRatio} of the naive forecast's error; S6 has {s6Ratio}, the autoregression {arRatio}.";
const neither =
  "no model beats the naive forecast: of its error, S6 has {s6Ratio}, the autoregression {arRatio}, the structural model {structuralRatio}.";
const kept =
  "no step helped on the held-back values, so S6 stays the naive forecast. The autoregression's error is {arRatio} of that one's, the structural model's {structuralRatio}.";

export const phrases = {
  fitting: "The structural model is fitted to the first {train} % of the series.",
  untrained: `Untrained, S6 is the naive forecast. The autoregression's error is {arRatio} of that one's, the structural model's {structuralRatio}. ${covered}`,
  s6Recorded: `Recorded, {stopped} steps: ${best} ${covered}`,
  arRecorded: `Recorded, {stopped} steps: ${regressed} ${covered}`,
  structuralRecorded: `Recorded, {stopped} steps: ${second} ${covered}`,
  nobodyRecorded: `Recorded, {stopped} steps: ${neither} ${covered}`,
  s6Trained: `Trained here, {stopped} steps: ${best} ${covered}`,
  arTrained: `Trained here, {stopped} steps: ${regressed} ${covered}`,
  structuralTrained: `Trained here, {stopped} steps: ${second} ${covered}`,
  nobodyTrained: `Trained here, {stopped} steps: ${neither} ${covered}`,
  keptRecorded: `Recorded: ${kept} ${covered}`,
  keptTrained: `Trained here: ${kept} ${covered}`,
  broken:
    "With a learning rate of {lr}, S6 came to a number that is not finite after {broke} steps. It stopped there, with its last good weights. Choose a smaller rate.",
  empty: "Every value of this series is missing. Choose a series with numbers in it.",
  short:
    "Too short: before the first forecast there have to be twenty values, two cycles and a little more. Choose a longer series, a shorter cycle or fewer parts.",
  constant:
    "All values to learn from are the same: there is nothing to learn. Choose a series that varies.",
  positive:
    "A logarithm needs values above zero, and this series has others. Switch the logarithm off.",
  seen: "observed",
  s6: "S6",
  ar: "autoregression",
  structural: "structural",
  naiveLine: "naive",
  learnt: "learnt",
  heldBack: "held back",
  errors: "error by steps ahead",
  coverS6: "within S6's band",
  coverIts: "within its band",
  ahead: "steps ahead",
  learning: "loss by training step",
  learningRecorded: "loss by step, recorded",
  taught: "taught",
  stops: "stops here",
  off: "off the scale",
  nothing: "not trained yet",
  ledger: "every series: error over the naive one's, one to twelve steps ahead, recorded",
  ledgerShort: "error over the naive one's, recorded",
  seeds: "S6, each seed",
  here: "outlined: found here",
  row_drivers: "drivers",
  row_air: "passengers",
  row_co2: "CO₂",
  row_pound: "pound",
  row_nile: "Nile",
  row_sunspots: "sunspots",
  row_walk: "random walk",
  row_own: "your own",
  dragTrain: "Where learning ends: drag the edge, or use the arrow keys",
  scrub: "The step that the forecast is made from: drag along the series, or use the arrow keys",
  whole:
    "The series with the forecasts of S6, the autoregression, the structural model and the naive one; errors and coverage of all forecasts by steps ahead; how S6 learned; and the errors on every series",
  from_drivers:
    "Car drivers killed or seriously injured, Great Britain, monthly. Official statistics; Harvey & Durbin 1986.",
  from_air:
    "International airline passengers, thousands a month, 1949–1960. Box & Jenkins 1976, series G.",
  from_co2:
    "CO₂ at Mauna Loa, ppm, monthly. C. D. Keeling and others, Scripps Institution of Oceanography, CC BY 4.0.",
  from_pound:
    "US dollars for a pound sterling, monthly means. Federal Reserve, H.10, public domain.",
  from_nile: "Annual flow of the Nile at Aswan, 10⁸ m³. Cobb 1978.",
  from_sunspots:
    "Mean number of sunspots a year, 1700–2008. US National Geophysical Data Center, public domain.",
  from_walk:
    "Simulated: the last value and a normal random step. Nobody can do better than its last value.",
  from_own: "Your own series; it stays on this device, and S6 is trained on this device.",
  atYear: "year {year}",
  atMonth: "{year}, month {month}",
} as const;

export type Phrase = keyof typeof phrases;
