// Trains the blocks that the figure s4-block shows before anybody has trained one, and counts what chapter 60 says of several
// seeds: npm run record:s4-block. The trainer is the page's: the same numbers come out on every machine.
import { writeFileSync } from "node:fs";
import type { Course } from "../src/figures/s4-block/course.ts";
import { params, type Setting, trained } from "../src/figures/s4-block/params.ts";
import { train } from "../src/figures/s4-block/train.ts";
import { initial } from "../src/kit/derive.ts";
import { newNet } from "../src/models/s4Block/net.ts";
import { halfBits } from "./halfBits.ts";

/** Those of the presets, of the first with weights on the way; the last is for the tests. */
const shown: readonly Partial<Setting>[] = [
  {},
  { beginning: "disc" },
  { beginning: "real" },
  { lr: 0.3 },
  { lr: 0.3, rates: "one" },
  { lr: 1, rates: "one", seed: 4 },
  { lag: 64 },
  { H: 2, N: 4, lag: 8, steps: 200 },
];
/** What is measured besides, for seeds 1 to 5. */
const more: readonly Partial<Setting>[] = [
  { rates: "one" },
  { lr: 0.1 },
  { lr: 0.1, rates: "one" },
  { beginning: "disc", rates: "one" },
  { beginning: "real", rates: "one" },
  { N: 8 },
  { N: 16 },
  { H: 2 },
];
const seeds = [1, 2, 3, 4, 5];
const onTheWay = [2, 4, 6, 8, 11, 14, 18, 24, 30];

function whole(v: Setting): Course {
  const slices = train(v, new AbortController().signal, {});
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value.course!;
  }
}

/** By how much weights have moved, in half precision. */
function packed(weights: Float32Array, begun: Float64Array): string {
  const words = Uint16Array.from(weights, (x, i) => halfBits(x - begun[i]!));
  return Buffer.from(words.buffer).toString("base64");
}

const settingOf = (set: Partial<Setting>): Setting => ({ ...initial(params), ...set });
const named = (v: Setting) => Object.fromEntries(trained.map((name) => [name, v[name]]));
const recordings: object[] = [];
const measured = [...shown, ...more].map((set, row) => {
  const courses = seeds.map((seed) => whole(settingOf({ ...set, seed })));
  const v = settingOf(set);
  const first = courses[seeds.indexOf(v.seed)];
  if (row < shown.length) {
    const begun = newNet(v, v.beginning, v.seed).weights.flat;
    const end = first!.weights.length - 1;
    const points = row === 0 ? [...onTheWay, end] : [end];
    recordings.push({
      ...named(v),
      loss: first!.loss.map((x) => +x.toFixed(4)),
      right: first!.right.map((x) => +x.toFixed(4)),
      ...(first!.broke !== undefined && { broke: first!.broke }),
      moved: points.map((at) => [at, packed(first!.weights[at]!, begun)]),
    });
  }
  const { seed: _, ...setting } = named(v);
  const ends = courses.map(({ right }) => +(100 * right.at(-1)!).toFixed(2));
  const broke = courses.flatMap(({ broke }, k) => (broke === undefined ? [] : [seeds[k]!]));
  console.log(JSON.stringify(set), ends.join(" "), broke.length ? `broke: ${broke.join(" ")}` : "");
  return { ...setting, ends, broke };
});
const lines = (rows: readonly object[]) => rows.map((r) => `  ${JSON.stringify(r)}`).join(",\n");
writeFileSync(
  "src/figures/s4-block/recorded.json",
  `{ "recordings": [\n${lines(recordings)}\n],\n"measured": [\n${lines(measured)}\n] }\n`,
);
