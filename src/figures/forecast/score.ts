import { judge, type Score } from "../../models/backtest/score.ts";
import { unscaled, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

const scores = new WeakMap<Run, Map<string, Score>>();

/** The rolling back-test: every origin from the first on, every value that came true. Both forecasts meet the same values. */
export function scoreOf(r: Run, v: Setting): Score {
  const kept = scores.get(r) ?? new Map<string, Score>();
  scores.set(r, kept);
  const key = String(v.h);
  const score = kept.get(key) ?? judged(r, v);
  kept.set(key, score);
  return score;
}

function judged({ y, z, naive, fans, status, first }: Run, v: Setting): Score {
  const back = (x: number) => unscaled(x, v);
  return judge({ y, z, back, naive, fans, first: status === "fine" ? first : y.length }, v.h);
}
