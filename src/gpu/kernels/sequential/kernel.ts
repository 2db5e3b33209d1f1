import { sequentialPairs } from "../../../numerics/scanPairs.ts";
import { pairKernel } from "../../pairSample.ts";

/** The plain loop, one thread for each series: the last pass of `pair-scan` with one chunk. */
export default pairKernel("sequential", [{ method: "sequential" }], (a, b) =>
  sequentialPairs(a, b),
);
