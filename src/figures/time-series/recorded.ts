import type { Curve, Kept } from "./course.ts";
import { settingFor } from "./protocol.ts";
import json from "./recorded.json" with { type: "json" };
import { cycleOf, type Modelled } from "./setting.ts";
import { seriesIds, type SeriesId } from "./series.ts";

/** What one series came to, written by tools/record-series.ts: errors over the naive one's at h = 12. */
export interface Recording {
  readonly structural: number;
  readonly ar: number;
  /** One for each seed of SEEDS: stopped by the held-back, and after all steps. */
  readonly held: readonly number[];
  readonly end: readonly number[];
  /** The training from the first seed; its weights are kept, too. */
  readonly curve: Curve;
}

export const recordings = json as Readonly<Record<SeriesId, Recording>>;

const trained = ["log", "train", "steps", "lr", "seed"] as const;

/** The recording whose S6 was trained as this one would be. */
export function recordedFor(v: Modelled): Recording | undefined {
  const id = idOf(v);
  if (!id) return undefined;
  const theirs = settingFor(id);
  const same = trained.every((name) => v[name] === theirs[name]) && cycleOf(v) === cycleOf(theirs);
  return same ? recordings[id] : undefined;
}

/** The bundled series that is looked at. */
export const idOf = ({ series }: Pick<Modelled, "series">): SeriesId | undefined =>
  series.kind === "given" ? seriesIds.find((id) => id === series.id) : undefined;

/** The recorded weights of a series, in single precision: a file for each, fetched where it is looked at. */
export async function fetchKept(id: SeriesId): Promise<Kept> {
  const file = (await import(`./weights/${id}.json`)) as {
    readonly default: { readonly held: string; readonly end: string };
  };
  const read = (text: string) => {
    const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    return new Float32Array(bytes.buffer);
  };
  return { held: read(file.default.held), end: read(file.default.end) };
}
