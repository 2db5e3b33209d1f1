// Trains the pairs that the figure train-pair shows before anybody has trained them, and writes them where it finds them:
// npm run record:pair. The trainer is the page's: the same numbers come out on every machine.
import { writeFileSync } from "node:fs";
import { initial } from "../src/kit/derive.ts";
import type { Course } from "../src/figures/train-pair/compute.ts";
import { cores, type Spacing, spacingsOf, trained } from "../src/figures/train-pair/pair.ts";
import { params, type Setting } from "../src/figures/train-pair/params.ts";
import { trainSide } from "../src/figures/train-pair/side.ts";

const folder = "src/figures/train-pair";

/** As declared, and what presets ask for; the last is for the tests. The weights of the first are kept. */
const settings: Partial<Setting>[] = [
  {},
  // Two more beginnings, that the text may speak of more than one.
  { seed: 2 },
  { seed: 3 },
  { spacing: "random", layers: 2 },
  { spacing: "random", layers: 2, steps: 1500 },
  { spacing: "random", steps: 1500 },
  { spacing: "random", lr: 10 },
  { steps: 100, L: 8, K: 1 },
];

/** A side trained to its end. */
function whole(v: Setting, core: (typeof cores)[number]) {
  const slices = trainSide({ ...v, core }, new AbortController().signal, {});
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value[core]!;
  }
}

const curve = ({ right, loss, broke }: Course) => ({
  right,
  loss: loss.map((x) => +x.toFixed(4)),
  ...(broke !== undefined && { broke }),
});
const weights = ({ checkpoint }: Course) =>
  Buffer.from(Float32Array.from(checkpoint.weights).buffer).toString("base64");

const recordings: object[] = [];
const kept: Partial<Record<Spacing, Record<string, string>>> = {};
for (const [k, set] of settings.entries()) {
  const v: Setting = { ...initial(params), ...set };
  const [s4d, s6] = cores.map((core) => whole(v, core)) as [
    ReturnType<typeof whole>,
    ReturnType<typeof whole>,
  ];
  for (const spacing of spacingsOf(v)) {
    const [one, other] = [s4d[spacing]!, s6[spacing]!];
    recordings.push({
      ...Object.fromEntries(trained.map((name) => [name, v[name]])),
      spacing,
      ...(k === 0 && { kept: true }),
      s4d: curve(one),
      s6: curve(other),
    });
    if (k === 0) kept[spacing] = { s4d: weights(one), s6: weights(other) };
    console.log(JSON.stringify(set), spacing, one.right.at(-1), other.right.at(-1));
  }
}
const lines = recordings.map((r) => ` ${JSON.stringify(r)}`).join(",\n");
writeFileSync(`${folder}/recorded.json`, `[\n${lines}\n]\n`);
writeFileSync(`${folder}/weights.json`, `${JSON.stringify(kept, undefined, 1)}\n`);
