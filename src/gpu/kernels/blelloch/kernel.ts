import { blellochPairs } from "../../../numerics/scanPairs.ts";
import { pairKernel } from "../../pairSample.ts";

/** Blelloch's tree, unfused. */
export default pairKernel("blelloch", [{ method: "blelloch" }], (a, b) =>
  blellochPairs(a, b, { inclusive: true }),
);
