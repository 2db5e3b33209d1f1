import { keepingBut } from "../../kit/keeping.ts";
import { denseKernel } from "../../models/s4.ts";
import { type S4Stages, s4Stages } from "../../models/s4Stages.ts";
import { discretize } from "../../numerics/discretize.ts";
import { legs } from "../../numerics/hippo.ts";
import type { Matrix } from "../../numerics/matrix.ts";
import { normals } from "../../numerics/random.ts";
import type { Setting } from "./params.ts";

/** The playhead's stages by name: what is wanted, the series, the series cut off, onto the axis, the sums, one number a root, back. */
export const at = { wanted: 0, series: 1, cut: 2, axis: 3, sums: 4, woodbury: 5, back: 6 } as const;
export const STAGES = 7;

/** Whether the way has come to K̂ at every root: by the series itself, and at the end by the sums. */
export const foundAt = (t: number) => Math.floor(t) === at.cut || t >= at.woodbury;
/** Whether it has led back to the kernel. */
export const backAt = (t: number) => Math.floor(t) === at.cut || t >= at.back;

export interface Run extends S4Stages {
  /** The row C before anything is done to it. */
  readonly read: Float64Array;
  readonly Abar: Matrix;
  readonly Bbar: Matrix;
  /** The kernel by its definition. */
  readonly wanted: Float64Array;
}

/** Everything but the root that is looked at. */
export const run = keepingBut<Setting, "j", Run>(["j"], ({ N, L, dt, cut, seed }) => {
  const read = normals(seed, N);
  const { A, B } = legs(N);
  const bar = discretize(A, { rows: N, cols: 1, data: B }, dt, "bilinear");
  return {
    ...s4Stages(read, L, dt, cut),
    read,
    Abar: bar.A,
    Bbar: bar.B,
    wanted: denseKernel(bar.A, bar.B.data, read, L),
  };
});

/** The root that is looked at; the last one where a shorter kernel has fewer. */
export const rootOf = (r: Run, { j }: Pick<Setting, "j">) => r.roots[indexOf(r, j)]!;
export const indexOf = ({ roots }: Pick<Run, "roots">, j: number) => Math.min(j, roots.length - 1);

/** How far the kernel that came back is from the wanted one. */
export const gapOf = ({ K, wanted }: Run) =>
  K.reduce((most, x, l) => Math.max(most, Math.abs(x - wanted[l]!)), 0);
