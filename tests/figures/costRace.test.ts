import { readFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { binned } from "../../src/figures/cost-race/bins.ts";
import { between, bytesAt, run, type Run, writtenBy } from "../../src/figures/cost-race/compute.ts";
import figure from "../../src/figures/cost-race/figure.ts";
import { CHARACTERS, models, racers, sizes, WRITTEN } from "../../src/figures/cost-race/models.ts";
import { idsOf, params, startOf, type Setting } from "../../src/figures/cost-race/params.ts";
import { race } from "../../src/figures/cost-race/race.ts";
import { recordedText, recording } from "../../src/figures/cost-race/recorded.ts";
import { raceSide, type SideValues, type Stretch } from "../../src/figures/cost-race/side.ts";
import { settingOf } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { Refusal } from "../../src/kit/task.ts";
import { mambaShape } from "../../src/models/mamba/shape.ts";
import { chances, drawn } from "../../src/models/sampling.ts";
import type { Card } from "../../src/models/shipped/card.ts";
import { openReader } from "../../src/models/shipped/open.ts";
import { generator } from "../../src/numerics/random.ts";
import { stageOf } from "./portrait.ts";

const setting = (more: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...more });
const load = (racer: (typeof racers)[number]) => {
  const folder = `public/models/${models[racer].id}`;
  const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
  return { card, bytes: new Uint8Array(readFileSync(`${folder}/weights.bin`)) };
};
const held = readFileSync("public/data/held-out.txt", "utf8");
const { signal } = new AbortController();

/** All stretches and the text of one side, by a clock that goes on a millisecond whenever it is looked at. */
function side(v: SideValues, ms = 1) {
  let now = 0;
  const clock = () => (now += ms / 1000);
  const slices = raceSide(v, signal, { model: load(v.racer), text: held }, clock);
  const stretches: Stretch[] = [];
  for (;;) {
    const { done, value } = slices.next();
    const product = done ? value : value.product!;
    stretches.push(...product.fresh!);
    if (done) return { stretches, written: product.written! };
  }
}

afterEach(() => void vi.restoreAllMocks());

test("sizes, parameters and losses are those of the cards", () => {
  for (const racer of racers) {
    const { card } = load(racer);
    expect(models[racer].loss).toBe(card.heldOut.value);
    expect(models[racer].parameters).toBe(card.training["parameters"]);
    expect(card.characters).toBe(CHARACTERS);
  }
  const { layers, E, N, taps } = mambaShape(load("mamba").card.shape);
  expect(sizes.mamba).toEqual({ layers, E, N, taps });
  expect(sizes.lstm.cells).toBe(load("lstm").card.shape["hidden_size"]);
  const { num_hidden_layers, hidden_size } = load("transformer").card.shape;
  expect(sizes.transformer).toEqual({ layers: num_hidden_layers, d: hidden_size });
});

test("the bytes that the lesson quotes", () => {
  const read = (name: keyof typeof figure.readouts, v: Setting, t = WRITTEN) =>
    figure.readouts[name]!.of(run(v), v, t);
  const at = (preset: string) => settingOf(figure, preset) as Setting;
  expect(read("kbMamba", at("start"))).toBe(272.384);
  expect(read("kbLstm", at("start"))).toBe(6.016);
  expect(read("each", at("start"))).toBe(9984);
  expect(read("kbTransformer", at("start"))).toBeCloseTo(406 * 9.984, 9);
  expect(read("kbTransformer", at("window"))).toBeCloseTo(256 * 9.984, 9);
  expect(read("mbTransformer", at("hundredThousand"), 0)).toBeCloseTo(998.46, 2);
  const crossing = read("crossing", at("start"));
  expect(crossing).toBe(28);
  const carries = (position: number) => bytesAt("transformer", at("start"), position);
  expect(carries(crossing - 1)).toBeLessThan(272_384);
  expect(carries(crossing)).toBeGreaterThan(272_384);
});

test("a side reads and draws as the plain reader does, each character timed once", () => {
  const v = { ...setting({ beginning: "Zoë: ", seed: 5 }), racer: "lstm", fills: 0 } as const;
  const { stretches, written } = side(v);
  const { card, bytes } = load("lstm");
  const plain = openReader(card, bytes);
  const dice = generator(5);
  let logits = new Float64Array();
  for (const id of idsOf("Zo: ")) logits = Float64Array.from(plain.read(id));
  let want = "";
  for (let k = 0; k < WRITTEN; k++) {
    const id = drawn(chances(logits, v.temperature), dice.uniform());
    want += CHARACTERS[id]!;
    logits = Float64Array.from(plain.read(id));
  }
  expect(written).toBe(want);
  expect(startOf(v)).toBe(4);
  expect(stretches[0]![0]).toBeGreaterThanOrEqual(1);
  expect(stretches.at(-1)![0]).toBeLessThanOrEqual(4 + WRITTEN);
  expect(stretches.every(([at], k) => k === 0 || at > stretches[k - 1]![0])).toBe(true);
});

test("a stretch lasts ten milliseconds by the clock, and its time is that of one character", () => {
  const v = { ...setting(), racer: "lstm", fills: 0 } as const;
  // the clock is looked at about once for each character, and a few times more at the end of a stretch
  const { stretches } = side(v);
  const inner = stretches.slice(1, -1).map(([, seconds]) => seconds);
  expect(Math.min(...inner)).toBeGreaterThan(0.0009);
  expect(Math.max(...inner)).toBeLessThan(0.0013);
});

test("a large cache is filled with copies: times up to the position, no text", () => {
  const v = { ...setting({ context: "k10" }), racer: "transformer", fills: 60 } as const;
  const { stretches, written } = side(v, 20);
  expect(written).toBe("");
  expect(stretches.at(-1)![0]).toBeGreaterThan(9500);
  expect(stretches.at(-1)![0]).toBeLessThanOrEqual(startOf(v) + WRITTEN + 4);
}, 20_000);

test("what is timed while nobody sees the page is thrown away; the text stays", async () => {
  vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden");
  const v = setting();
  let r: Run = run(v);
  for await (const { product } of race(v, signal)) {
    r = { ...r, ...product };
    if (r.courses?.mamba?.written.length === WRITTEN) break; // the others fare alike
  }
  const { stretches, dropped } = r.courses!.mamba!;
  expect(stretches).toEqual([]);
  expect(dropped).toBeGreaterThan(0);
  expect(figure.readouts["dropped"]!.of(r, v, 0)).toBe(dropped);
}, 20_000);

test("models that do not come are said to be missing", async () => {
  vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("offline"));
  const slices = race(setting(), signal);
  await expect(slices.next()).rejects.toEqual(new Refusal("missing"));
});

test("a beginning keeps what is typed; what the models do not know is noted", () => {
  const { take } = params.beginning;
  expect(take("ROMEO:")).toEqual({ value: "ROMEO:" });
  expect(take("Zoë")).toEqual({ value: "Zoë", note: "skipped" });
  expect(take("")).toEqual({ value: "", note: "emptied" });
  expect(take("a".repeat(300))).toEqual({ value: "a".repeat(200), note: "tooLong" });
  expect(run(setting({ beginning: "三 Zoë" })).strangers).toBe(2);
});

test("a bin's point is the median of its stretches; between points it goes straight in logarithms", () => {
  const stretches: Stretch[] = [
    [101, 1],
    [104, 5],
    [108, 2],
    [150, 4],
  ];
  expect(binned(stretches)).toEqual([
    [104, 2],
    [150, 4],
  ]);
  const line = [
    [10, 1],
    [1000, 100],
  ] as const;
  expect(between(line, 100)).toBeCloseTo(10, 12);
  expect(between(line, 1)).toBe(1);
  expect(between(line, 1e5)).toBeNaN();
});

test("the record is whole: every model's times, losses and texts", () => {
  for (const kind of ["mamba", "lstm", "window", "all"] as const) {
    const [times, loss] = [recording.times[kind], recording.loss[kind]];
    expect(times.length, kind).toBeGreaterThan(20);
    expect(times.every(([, seconds]) => seconds > 0)).toBe(true);
    expect(loss.length, kind).toBeGreaterThan(8);
  }
  const whole = (sight: Setting["sight"], context: Setting["context"]) =>
    racers.map((racer) => recordedText(racer, setting({ sight, context }))?.length);
  expect(whole("window", "none")).toEqual([WRITTEN, WRITTEN, WRITTEN]);
  expect(whole("all", "k1")).toEqual([WRITTEN, WRITTEN, WRITTEN]);
  expect(whole("all", "k100")).toEqual([WRITTEN, 0, WRITTEN]); // its cache was filled with copies
});

test("while they race no other machine's numbers stand beside; whose turn it is, and where it is, is said", () => {
  const v = setting({ context: "k100" });
  const course = { stretches: [[500, 0.002] as const], written: "", dropped: 0, copied: false };
  const begun: Run = { ...run(v), courses: { mamba: { ...course, ended: false } } };
  const says = (r: Run) => figure.describe(r, v, 0);
  const of = (name: keyof typeof figure.readouts, r: Run) => figure.readouts[name]!.of(r, v, 0);
  expect(says(run(v))).toBe("recorded");
  expect(says(begun)).toBe("mambaRaces");
  expect([of("reached", begun), of("whole", begun)]).toEqual([500, 100_406]);
  expect(of("msTransformer", begun)).toBeNaN();
  expect(writtenBy(begun, v, "lstm")).toBeUndefined();
  const ended = { ...course, ended: true };
  const second: Run = { ...run(v), courses: { mamba: ended } };
  expect([says(second), of("reached", second)]).toEqual(["transformerRaces", 0]);
  const last = { mamba: ended, transformer: { ...ended, copied: true } };
  expect(says({ ...run(v), courses: { ...last, lstm: { ...course, ended: false } } })).toBe(
    "lstmRaces",
  );
  expect(says({ ...run(v), courses: { ...last, lstm: ended } })).toBe("copied");
});

test("the page is told at most some four times a second, and of everything", async () => {
  const v = setting();
  const began = performance.now();
  let [reports, r]: [number, Run] = [0, run(v)];
  for await (const { product } of race(v, signal)) {
    r = { ...r, ...product };
    reports += product ? 1 : 0;
  }
  expect(reports).toBeLessThan((performance.now() - began) / 250 + 7);
  for (const racer of racers) expect(r.courses![racer]).toMatchObject({ ended: true });
  expect(r.courses!.mamba!.written).toBe(recordedText("mamba", v));
}, 20_000);

test("what a question withholds of one is seen of the others", async () => {
  const v = setting();
  const asked = ["mbTransformer", "kbTransformer", "crossing", "each", "bytesRatio"];
  for (const compact of [true, false]) {
    const { host, view, leave } = stageOf(figure as unknown as Figure, compact);
    const moment = { result: run(v), values: v, t: 100, withheld: new Set(asked) };
    view.draw(moment as unknown as Parameters<typeof view.draw>[0]);
    const told = host.textContent;
    expect(told).toMatch(/· 272 kB ·.* · \? · .*· 6\.02 kB ·/);
    const lines = host.querySelectorAll(".race-line.once.transformer");
    expect([...lines].map((line) => line.getAttribute("d") === "")).toEqual([false, true, false]);
    await leave();
  }
});
