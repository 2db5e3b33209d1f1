import { spread } from "./shared/spread.ts";

export default spread(
  "kalman-spread",
  "The predicted covariance is A times the previous covariance times A transposed, plus Q",
  "Pprior",
);
