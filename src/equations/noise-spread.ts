import { spread } from "./shared/spread.ts";

export default spread(
  "noise-spread",
  "The variance of the state is A times the previous variance times A transposed, plus Q",
  "P",
);
