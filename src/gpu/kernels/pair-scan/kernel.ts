import { chunkedPairs } from "../../../numerics/scanPairs.ts";
import { pairKernel } from "../../pairSample.ts";

/** Reduce-then-scan over chunks of pairs. */
export default pairKernel(
  "pair-scan",
  [{ method: "chunked" }, { method: "chunked", chunk: 1 }, { method: "chunked", chunk: 17 }],
  (a, b) => chunkedPairs(a, b, { chunk: 16 }),
);
