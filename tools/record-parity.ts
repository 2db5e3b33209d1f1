// Trains the nets that the figure parity shows before anybody has trained them, and writes them where it finds them:
// npm run record:parity. The trainer is the page's: the same numbers come out on every machine.
import { writeFileSync } from "node:fs";
import { initial } from "../src/kit/derive.ts";
import { trained } from "../src/figures/parity/nets.ts";
import { params, type Setting } from "../src/figures/parity/params.ts";
import { trainSide } from "../src/figures/parity/side.ts";
import { type Kind, kinds } from "../src/models/parity/net.ts";

/** As declared, four more seeds, shorter and longer rows; the last is for the tests. */
const settings: Partial<Setting>[] = [
  {},
  { seed: 2 },
  { seed: 3 },
  { seed: 4 },
  { seed: 5 },
  { L: 8 },
  { L: 32 },
  { L: 8, steps: 200 },
];

/** A net trained to its end. */
function whole(v: Setting, kind: Kind) {
  const slices = trainSide({ ...v, kind }, new AbortController().signal, {});
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value[kind]!;
  }
}

const recordings = settings.map((set) => {
  const v: Setting = { ...initial(params), ...set };
  const courses = kinds.map((kind) => [kind, whole(v, kind)] as const);
  for (const [kind, { right }] of courses) console.log(JSON.stringify(set), kind, right.at(-1));
  return {
    ...Object.fromEntries(trained.map((name) => [name, v[name]])),
    ...Object.fromEntries(
      courses.map(([kind, { loss, right }]) => [
        kind,
        { loss: loss.map((x) => +x.toFixed(4)), right },
      ]),
    ),
    weights: Object.fromEntries(
      courses.map(([kind, { checkpoint }]) => [
        kind,
        Buffer.from(Float32Array.from(checkpoint.weights).buffer).toString("base64"),
      ]),
    ),
  };
});
const lines = recordings.map((r) => ` ${JSON.stringify(r)}`).join(",\n");
writeFileSync("src/figures/parity/recorded.json", `[\n${lines}\n]\n`);
