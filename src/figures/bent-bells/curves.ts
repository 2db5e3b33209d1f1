import type { Curve } from "../../models/kalman.ts";
import type { Setting } from "./params.ts";

export interface Read extends Curve {
  /** The largest curvature anywhere. */
  readonly bend: number;
  /** The same in NumPy, and its slope. */
  readonly numpy: readonly [f: string, slope: string];
}

export const curves: Readonly<Record<Setting["curve"], Read>> = {
  line: { f: (h) => 0.8 * h, slope: () => 0.8, bend: 0, numpy: ["0.8 * h", "0.8"] },
  square: { f: (h) => (h * h) / 2, slope: (h) => h, bend: 1, numpy: ["h**2 / 2", "h"] },
  range: {
    f: (h) => Math.hypot(1, h),
    slope: (h) => h / Math.hypot(1, h),
    bend: 1,
    numpy: ["np.sqrt(1 + h**2)", "h / np.sqrt(1 + h**2)"],
  },
  sine: {
    f: (h) => 2 * Math.sin(h),
    slope: (h) => 2 * Math.cos(h),
    bend: 2,
    numpy: ["2 * np.sin(h)", "2 * np.cos(h)"],
  },
  tanh: {
    f: (h) => 2 * Math.tanh(h),
    slope: (h) => 2 / Math.cosh(h) ** 2,
    // 2 · 4/(3√3)
    bend: 8 / (3 * Math.sqrt(3)),
    numpy: ["2 * np.tanh(h)", "2 / np.cosh(h)**2"],
  },
};
