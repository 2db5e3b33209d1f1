import { readFileSync } from "node:fs";
import { median } from "../../src/tasks/clock.ts";
import { mambaShape } from "../../src/models/mamba/shape.ts";
import { chances, drawn } from "../../src/models/sampling.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { openReader, stackOf } from "../../src/models/shipped/open.ts";
import { readWeights } from "../../src/models/shipped/weights.ts";
import { generator } from "../../src/numerics/random.ts";
import { onnxMamba } from "./lmPeer.ts";

// Character models in plain TypeScript: how fast, whether a token costs the same at position 100,000 as at 1, what it allocates.

function load(id: string): readonly [Card, Uint8Array] {
  const folder = `${process.cwd()}/public/models/${id}`;
  const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
  return [card, new Uint8Array(readFileSync(`${folder}/weights.bin`))];
}
const read = (id: string) => openReader(...load(id));
const ms = (seconds: number) => `${(1e3 * seconds).toPrecision(3)} ms`;
const clocked = (job: () => unknown): number => {
  const began = performance.now();
  job();
  return (performance.now() - began) / 1000;
};

const random = generator(1);
const ids = Array.from({ length: 4096 }, () => Math.floor(65 * random.uniform()));
const idAt = (k: number) => ids[k & 4095]!;

/** What a token adds to the heap: the median over stretches in which nothing was collected, after the code has warmed up. */
function heapPerToken(id: string): void {
  const model = read(id);
  const stretch = 64;
  for (let k = 0; k < 1500; k++) model.read(idAt(k));
  const grown: number[] = [];
  for (let s = 0; s < 21; s++) {
    const before = process.memoryUsage().heapUsed;
    for (let k = 0; k < stretch; k++) model.read(idAt(k));
    grown.push(process.memoryUsage().heapUsed - before);
  }
  const empty = process.memoryUsage().heapUsed;
  const own = process.memoryUsage().heapUsed - empty; // what looking costs
  const bytes = (median(grown.filter((x) => x >= 0)) - own) / stretch;
  console.log(`${id}: ${bytes.toFixed(0)} bytes of heap a token (aim 0), looking at it apart`);
}
for (const id of ["english", "transformer", "lstm"]) heapPerToken(id);

{
  const [card, bytes] = load("english");
  const ours = openReader(card, bytes);
  const peer = await onnxMamba(stackOf(mambaShape(card.shape), readWeights(card, bytes)));
  for (let k = 0; k < 64; k++) {
    const [mine, theirs] = [ours.read(idAt(k)), await peer(idAt(k))];
    theirs.forEach((x, i) => {
      if (!(Math.abs(x - mine[i]!) < 1e-3))
        throw new Error(`onnxruntime computes another logit: ${x}, not ${mine[i]}`);
    });
  }
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < 41; round++) {
    mine.push(clocked(() => ids.slice(0, 16).forEach((id) => ours.read(id))) / 16);
    const began = performance.now();
    for (let k = 0; k < 16; k++) await peer(idAt(k));
    theirs.push((performance.now() - began) / 16_000);
  }
  const [a, b] = [median(mine), median(theirs)];
  const rate = 1 / a;
  console.log(
    `English Mamba, ${ours.vocab} characters: ours ${ms(a)} a character, ${rate.toFixed(0)} characters/s (aim 400: ${rate >= 400 ? "met" : "MISSED"}); onnxruntime-web (wasm, 1 thread, float32) ${ms(b)}, ratio ${(b / a).toPrecision(3)}`,
  );
}

{
  const model = read("english");
  const ends = [100, 1000, 10_000, 100_000];
  const dice = generator(2);
  const used = () => process.cpuUsage().user / 1e6;
  const times: number[] = []; // seconds of the processor for a character, over stretches of 50
  let logits = model.read(0);
  for (let k = 0; k < ends.at(-1)!; k += 50) {
    const began = used();
    for (let i = 0; i < 50; i++) logits = model.read(drawn(chances(logits, 0.8), dice.uniform()));
    times.push((used() - began) / 50);
  }
  const until = (end: number, many: number) =>
    median(times.slice(Math.max(0, end / 50 - many), end / 50));
  const at = ends.map((end) => `${end}: ${ms(until(end, 4))}`);
  const slow = until(100_000, 200) / until(11_000, 200);
  console.log(
    `English Mamba, writing 100,000 characters: processor time of one up to position ${at.join(", ")}; the last 10,000 against characters 1,000 to 11,000: ${slow.toPrecision(3)} times`,
  );
}
