import { frequency } from "./frequency.ts";
import type { Draw, Panel } from "./panel.ts";
import { poles } from "./poles.ts";
import { time } from "./time.ts";
import type { ViewName } from "./viewsParam.ts";

type Make = (panel: Panel) => Draw;

/** The views that are here: those the page opens with, and those that have been asked for since. */
const here = new Map<ViewName, Make>([
  ["time", time],
  ["poles", poles],
  ["frequency", frequency],
]);

const later: Readonly<Partial<Record<ViewName, () => Promise<Make>>>> = {
  phase: async () => (await import("./phase.ts")).phase,
  kernel: async () => (await import("./kernel.ts")).kernel,
  spectrum: async () => (await import("./spectrum.ts")).spectrum,
  matrix: async () => (await import("./matrix.ts")).matrix,
};

/** Fetches those of some views that are not here yet; undefined where all are. */
export function ready(names: readonly ViewName[]): Promise<unknown> | undefined {
  const missing = names.filter((name) => !here.has(name));
  if (missing.length === 0) return undefined;
  return Promise.all(missing.map(async (name) => here.set(name, await later[name]!())));
}

export const viewOf = (name: ViewName): Make => here.get(name)!;
