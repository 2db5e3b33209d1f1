export const phrases = {
  off: "off the scale",
  fitting:
    "The model learns from the first {train} % of the series; every forecast after that is judged.",
  wins: "The model's error is {ratio} of the naive forecast's. One step ahead, {cover95} % of {trials} values fell within the 95 % band; chance allows {low95} to {high95} %.",
  even: "The model does no better than the naive forecast. One step ahead, {cover95} % of {trials} values fell within the 95 % band; chance allows {low95} to {high95} %.",
  loses:
    "The naive forecast wins: the model's error is {ratio} times as large. One step ahead, {cover95} % of {trials} values fell within the 95 % band; chance allows {low95} to {high95} %.",
  empty: "Every value of this series is missing. Choose a series with numbers in it.",
  short:
    "Too short: before the first forecast the model needs two whole cycles and two values more than it has states. Choose a longer series, a shorter cycle or fewer parts.",
  constant:
    "All values to learn from are the same: there is nothing to fit. Choose a series that varies.",
  positive:
    "A logarithm needs values above zero, and this series has others. Switch the logarithm off.",
  seen: "observed",
  fan: "forecast",
  missed: "outside the 95 % band",
  naiveLine: "naive",
  learnt: "learnt from",
  level: "level",
  slope: "slope per step",
  season: "season",
  rest: "what is left",
  logs: "in logarithms",
  errors: "error by steps ahead",
  cover: "share within the band",
  ahead: "steps ahead",
  dragTrain: "Where learning ends: drag the edge, or use the arrow keys",
  scrub: "The step that the forecast is made from: drag along the series, or use the arrow keys",
  whole:
    "The series with its forecast; the level, slope, season and rest it is made of; errors and coverage of all forecasts by steps ahead",
  from_drivers:
    "Car drivers killed or seriously injured, Great Britain, monthly. Official statistics; Harvey & Durbin 1986.",
  from_air:
    "International airline passengers, thousands a month, 1949–1960. Box & Jenkins 1976, series G.",
  from_co2:
    "CO₂ at Mauna Loa, ppm, monthly. C. D. Keeling and others, Scripps Institution of Oceanography, CC BY 4.0.",
  from_pound:
    "US dollars for a pound sterling, monthly means. Federal Reserve, H.10, public domain.",
  from_nile: "Annual flow of the Nile at Aswan, 10⁸ m³. Cobb 1978.",
  from_own: "Your own series; it stays on this device.",
  atYear: "year {year}",
  atMonth: "{year}, month {month}",
} as const;

export type Phrase = keyof typeof phrases;
