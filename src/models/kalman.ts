/** The Kalman filter and what belongs to it, gathered under one name; each idea has its file in `kalman/`. */
export type { KalmanModel } from "./kalman/model.ts";
export { checkModel, column } from "./kalman/model.ts";
export {
  type Curve,
  massThroughCurve,
  type Moments,
  sigmaPoints,
  throughCurve,
  throughPoints,
  throughTangent,
} from "./kalman/bent.ts";
export { constantVelocity, draw } from "./kalman/draw.ts";
export { em, type EmOptions, type EmResult } from "./kalman/em.ts";
export { filter, type FilterResult, logLikelihood } from "./kalman/filter.ts";
export { fitStructural, type StructuralFit, type StructuralForm } from "./kalman/fitStructural.ts";
export { forecast, type Forecast } from "./kalman/forecast.ts";
export { gatedWalk, gateDelta, gateGain, type GateRun } from "./kalman/gate.ts";
export {
  autocorrelation,
  chiSquaredBand,
  type Innovations,
  ljungBox,
  nees,
  nis,
  standardise,
} from "./kalman/innovations.ts";
export { fitLocalLevel, likelihoodSurface, type LocalLevelFit } from "./kalman/localLevel.ts";
export {
  type FilterElement,
  filterElements,
  joinElements,
  parallelFilter,
  stretches,
} from "./kalman/parallel.ts";
export { type Bell, logDensityOf, productOfBells } from "./kalman/product.ts";
export { roundedCovariances, roundedRoots, type UpdateForm } from "./kalman/rounded.ts";
export { rts, type RtsResult } from "./kalman/rts.ts";
export { smooth, type SmoothResult } from "./kalman/smoother.ts";
export {
  type Dynamics,
  riccatiResidual,
  steadyFilter,
  type SteadyFilter,
  steadyState,
} from "./kalman/steadyState.ts";
export { type FilterState, kalmanStep, predict, startFilter, update } from "./kalman/step.ts";
export {
  localLevel,
  localLinearTrend,
  type Seasonal,
  structural,
  type StructuralParts,
} from "./kalman/structural.ts";
