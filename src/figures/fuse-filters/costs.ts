import { parts, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** Multiplications for each output: a weight each; two of a selective filter, which keeps a state. */
export const multiplications = ({ W1, W2 }: Run, v: Setting): number =>
  W1.length + (v.second === "selective" ? 2 : W2.length);

/** The same of the merged kernel; none where that is wrong. */
export const multipliedOnce = (r: Run): number => (parts(r) ? NaN : r.merged.length);

/** Whether the second filter is a kernel at all. */
export const fixedKernel = (v: Setting): boolean => v.second !== "selective" || v.follow === 0;

/** Programs that run one after the other: the filters, and what stands between or adds. */
export const programs = (v: Setting): number =>
  v.way === "parallel" || v.between !== "none" ? 3 : 2;

/** Numbers that they read from memory and write to it for each output: one in and one out each, and two in where two are added. */
export const moved = (v: Setting): number => 2 * programs(v) + Number(v.way === "parallel");

/** The same of one program, whether its kernels are merged or not. */
export const MOVED_ONCE = 2;
