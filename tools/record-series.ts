// Trains the forecasters that the figure time-series shows before anybody has trained one, from five seeds on every series, and
// writes what they came to where the figure finds it: npm run record:series. The trainer is the page's: the same numbers come out
// on every machine.
import { writeFileSync } from "node:fs";
import { run, type Run } from "../src/figures/time-series/compute.ts";
import { fit } from "../src/figures/time-series/fit.ts";
import type { Setting } from "../src/figures/time-series/params.ts";
import { SEEDS, settingFor } from "../src/figures/time-series/protocol.ts";
import { ratioOf } from "../src/figures/time-series/score.ts";
import { seriesIds } from "../src/figures/time-series/series.ts";
import { train } from "../src/figures/time-series/train.ts";

const folder = "src/figures/time-series";

/** What a task comes to. */
function whole(slices: Iterator<unknown, Partial<Run>>): Partial<Run> {
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

const never = new AbortController().signal;
const short = (x: number) => +x.toFixed(4);
const packed = (x: Float64Array) => Buffer.from(Float32Array.from(x).buffer).toString("base64");

const recordings: string[] = [];
for (const id of seriesIds) {
  const declared = settingFor(id);
  const fitted = whole(fit(declared) as Iterator<unknown, Partial<Run>>);
  const found = SEEDS.map((seed) => {
    const v: Setting = { ...declared, seed };
    const { s6 } = whole(train(v, never, {}));
    const r: Run = { ...run(v), ...fitted, s6: s6! };
    const ratio = (stop: Setting["stop"]) => short(ratioOf(r, { ...v, stop }, "s6"));
    return { s6: s6!, held: ratio("held"), end: ratio("end"), r };
  });
  const [{ s6, r }] = found as [(typeof found)[number]];
  const recording = {
    structural: short(ratioOf(r, declared, "structural")),
    ar: short(ratioOf(r, declared, "ar")),
    held: found.map((f) => f.held),
    end: found.map((f) => f.end),
    curve: { taught: s6.taught.map(short), held: s6.held.map(short) },
  };
  recordings.push(` ${JSON.stringify(id)}: ${JSON.stringify(recording)}`);
  const kept = { held: packed(s6.bestWeights), end: packed(s6.checkpoint.weights) };
  writeFileSync(`${folder}/weights/${id}.json`, `${JSON.stringify(kept, undefined, 1)}\n`);
  console.log(id, recording.structural, recording.held.join(" "), "|", recording.end.join(" "));
}
writeFileSync(`${folder}/recorded.json`, `{\n${recordings.join(",\n")}\n}\n`);
