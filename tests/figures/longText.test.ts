import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CHARACTERS, take } from "../../src/figures/text/alphabet.ts";
import { byDistance, byPosition, over, partsOf } from "../../src/figures/text/bins.ts";
import { countsOf } from "../../src/figures/text/halfLives.ts";
import { MODEL, sizes, TRAINED } from "../../src/figures/text/model.ts";
import { another, probesOf } from "../../src/figures/text/probes.ts";
import { read, type Reading } from "../../src/figures/text/reading.ts";
import { recordedFor } from "../../src/figures/text/recorded.ts";
import { STEP, textOf, unpacked } from "../../src/figures/text/sample.ts";
import { MOST, tidied } from "../../src/kit/params/longText.ts";
import { mambaShape } from "../../src/models/mamba/shape.ts";
import { tag, traceStack } from "../../src/models/mamba/stack.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { surprise } from "../../src/models/shipped/judge.ts";
import { stackOf } from "../../src/models/shipped/open.ts";
import { readWeights } from "../../src/models/shipped/weights.ts";

const folder = `public/models/${MODEL}`;
const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
const bytes = new Uint8Array(readFileSync(`${folder}/weights.bin`));
const stack = stackOf(mambaShape(card.shape), readWeights(card, bytes));
const held = readFileSync("public/data/held-out.txt", "utf8");

function readAll(ids: Int32Array, had?: Reading): Reading {
  const slices = read(stack, ids, had);
  for (;;) {
    const { done, value } = slices.next();
    if (done) return value;
  }
}

const { ids } = take(held.slice(0, 330));
const whole = readAll(ids);
const [letter, cleared] = (["letter", "cleared"] as const).map((kind) =>
  whole.felt.find((f) => f.kind === kind)!,
);

/** Nats of each character but the first, by the plain way over a whole text. */
function natsOf(some: Int32Array): number[] {
  const logits = tag(stack, some);
  const width = CHARACTERS.length;
  return Array.from(some.subarray(1), (id, t) =>
    surprise(logits.subarray(t * width, (t + 1) * width), id),
  );
}

test("the model is as its card says", () => {
  expect(card.characters).toBe(CHARACTERS);
  expect(card.training["length"]).toBe(TRAINED);
  expect(card.shape).toMatchObject({
    hidden_size: sizes.channels / 2,
    num_hidden_layers: sizes.layers,
    state_size: sizes.states,
  });
});

test("each character's surprise is that of the model over the whole text", () => {
  expect(whole.surprise[0]).toBeNaN();
  natsOf(ids).forEach((nats, t) => expect(whole.surprise[t + 1]).toBeCloseTo(nats, 9));
});

test("with its memory cleared it reads as one that begins there", () => {
  const { from, to, extra } = cleared!;
  natsOf(ids.slice(from, to + 1)).forEach((nats, k) =>
    expect(extra[k]).toBeCloseTo(nats - whole.surprise[from + k + 1]!, 5),
  );
});

test("with a letter changed it reads as the changed text from its beginning", () => {
  const { from, to, extra } = letter!;
  const changed = ids.slice(0, to + 1);
  changed[from] = another(changed[from]!);
  expect(changed[from]).not.toBe(ids[from]);
  natsOf(changed)
    .slice(from)
    .forEach((nats, k) => expect(extra[k]).toBeCloseTo(nats - whole.surprise[from + k + 1]!, 5));
});

test("what moves is half the sum of the differences of the probabilities", () => {
  const { from, moved } = cleared!;
  const [p, q] = [tag(stack, ids.slice(0, from + 1)), tag(stack, ids.slice(from, from + 1))].map(
    (logits) =>
      Array.from(CHARACTERS, (_, id) => Math.exp(-surprise(logits.slice(-CHARACTERS.length), id))),
  );
  const half = p!.reduce((sum, x, id) => sum + Math.abs(x - q![id]!) / 2, 0);
  expect(moved[0]).toBeCloseTo(half, 6);
});

test("half-lives come from the sum of Δ that the model took", () => {
  const { run } = traceStack(stack, ids);
  const { E, N } = stack.shape;
  run.blocks.forEach(({ delta }, l) => {
    for (const e of [0, 77, E - 1]) {
      const sum = ids.reduce((all, _, t) => all + delta[t * E + e]!, 0);
      expect(whole.steps[l * E + e]).toBeCloseTo(sum, 9);
    }
  });
  expect(whole.halves.reduce((a, b) => a + b, 0)).toBe(sizes.layers * E * N);
  // −A = 1 and Δ = ln 2: half is left after one character, the first bin of its decade; a tenth of that in the decade before
  const counts = countsOf([Float64Array.of(1 - 1e-9, 10)], Float64Array.of(5 * Math.LN2), 5, 2);
  expect([counts[10], counts[0]]).toEqual([1, 1]);
});

test("paused in the middle of a change it ends as it would have", () => {
  const slices = read(stack, ids);
  let had: Reading | undefined;
  for (const { reading } of slices)
    if (reading && Object.keys(reading.forks).length > 0) {
      had = reading;
      break;
    }
  expect(readAll(ids, structuredClone(had))).toEqual(whole);
});

test("changes stand apart, at the beginnings of paragraphs, with as much before as behind", () => {
  const all = take(held).ids;
  const found = probesOf(all);
  expect(found.length).toBe(32);
  for (const kind of ["letter", "cleared"] as const) {
    const own = found.filter((probe) => probe.kind === kind);
    own.slice(1).forEach(({ from }, k) => expect(from).toBeGreaterThanOrEqual(own[k]!.to));
    for (const { from, to } of own) expect([from >= 1000, to < all.length]).toEqual([true, true]);
  }
  for (const { from, kind } of found)
    if (kind === "cleared") expect(Array.from(all.subarray(from - 2, from))).toEqual([0, 0]);
  expect(probesOf(take("To be").ids)).toEqual([]);
  expect(probesOf(take("汉字 3 3 3 3".repeat(90)).ids)).toEqual([]);
});

test("what the model does not know is read as what looks like it, or skipped", () => {
  const { all, ids: known, places, folded } = take("Zoë’s “3” — 汉\u00a0字");
  expect(Array.from(known, (id) => CHARACTERS[id]).join("")).toBe("Zoe's 3 -  ");
  expect([folded, all.length - known.length]).toEqual([4, 4]);
  expect(Array.from(places.subarray(0, 4))).toEqual([0, 1, 2, 3]);
  expect(take("").ids.length).toBe(0);
});

test("means over places", () => {
  const nats = Float64Array.from([NaN, 1, 2, 3, 4, 5]);
  expect(over(nats)).toEqual({ mean: 3, error: Math.sqrt(2 / 4) });
  expect(Array.from(partsOf(nats, 0, 6, 3))).toEqual([1, 2.5, 4.5]);
  expect(byPosition(nats).map(({ size, mean }) => [size, mean])).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 4.5],
  ]);
  const felt = [1, 3].map((x) => ({
    kind: "cleared" as const,
    from: 0,
    to: 2,
    extra: Float32Array.of(x, 2 * x),
    moved: new Float32Array(2),
  }));
  const points = byDistance(felt, (f, k) => f.extra[k]!);
  expect(points.map(({ mean, error }) => [mean, error])).toEqual([
    [2, 1],
    [4, 2],
  ]);
});

test("the record is what the model makes of the bundled texts", () => {
  const kept = unpacked(new Uint8Array(readFileSync("public/data/held-out-surprise.u8")));
  expect(kept.length).toBe(held.length);
  const { mean, head } = recordedFor("sample");
  expect(over(kept, 1).mean).toBeCloseTo(mean, 2);
  for (let t = 1; t < 300; t++)
    expect(Math.abs(Math.sqrt(kept[t]!) - Math.sqrt(whole.surprise[t]!))).toBeLessThan(0.51 / STEP);
  expect(head.nats).toBeCloseTo(over(whole.surprise, 1, head.text.length).mean, 9);
  const again = take(textOf({}, { source: "again", own: "" })!).ids.subarray(0, 600);
  const once = natsOf(again);
  const [excerpt] = recordedFor("again").excerpts;
  for (let t = 1; t < 600; t++)
    expect(Math.abs(Math.sqrt(excerpt!.nats[t]!) - Math.sqrt(once[t - 1]!))).toBeLessThan(
      0.51 / STEP,
    );
});

test("a text is taken up to a length, with line ends of one kind", () => {
  expect(tidied("a\r\nb\rc")).toBe("a\nb\nc");
  expect(tidied("x".repeat(MOST + 5)).length).toBe(MOST);
});
