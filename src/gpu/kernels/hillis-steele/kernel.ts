import { hillisSteelePairs } from "../../../numerics/scanPairs.ts";
import { pairKernel } from "../../pairSample.ts";

/** Hillis & Steele, unfused. */
export default pairKernel("hillis-steele", [{ method: "hillis-steele" }], (a, b) =>
  hillisSteelePairs(a, b),
);
