import { expect, test } from "vitest";
import type { Figure } from "../../src/kit/figure.ts";
import { idleOf, settingOf } from "../../src/kit/derive.ts";
import type { Values, Params } from "../../src/kit/param.ts";
import { everyFigure, lastStep, namedSettings } from "./everyFigure.ts";
import { shown, stageOf } from "./portrait.ts";

/** Sliders that an axis or a list means: it is as long as they say. */
const MEANT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  every: { steps: "the axis of time is this many steps long; growth is measured where it ends" },
  ablations: { row: "the chosen row of a table", shown: "how many rows a table has" },
  "hippo-matrix": {
    N: "the rows of the matrix are numbered",
    n: "the number of the row looked at stands beside it",
  },
  library: { k: "a person for each number", n: "so many books" },
  "read-off": { N: "the rows of the matrix are numbered; its curves are tried below" },
  "s4-stages": { L: "roots and lags are counted" },
  "selective-state": { N: "a row, with its own scale, for each number" },
  speech: {
    part: "what another part does is known when it was heard",
    layer: "what another layer does is known when it was heard",
    channel: "what another channel does is known when it was heard",
    snr: "what is done with another noise is known when it was heard",
  },
  "three-students": { names: "so many names", length: "so many letters" },
};

/** Where tables, matrices or counts have numbers too, the axes' numbers stand left of this place. */
const LEFT: Readonly<Record<string, number>> = {
  control: 60,
  nile: 60,
  "s4-block": 260,
  signals: 290,
  "two-faces": 60,
};

/** A number and nothing else, not the result of a test: what stands to the left of a plot, at the ends of its scale. */
const END = /^[−-]?[\d.,]+(·10[⁻⁰-⁹]+)?$|^[−-]?10[⁻⁰-⁹]+$/;

const ends = (host: Element, left = Infinity) =>
  shown(host)
    .filter(({ classList: look }) => look.contains("tick") && !look.contains("found"))
    .filter((node) => node.getAttribute("text-anchor") === "end" && END.test(node.textContent))
    .filter((node) => Number(node.getAttribute("x")) <= left)
    .map((node) => node.textContent);

/** One setting of each kind: those that differ in numbers and series alone have the same axes drawn by the same code. */
function kindsOf(f: Figure): [name: string, values: Values<Params>][] {
  const seen = new Set<string>();
  return namedSettings(f).filter(([, values]) => {
    const kind = Object.entries(f.params)
      .filter(([, { kind: of }]) => of === "choice" || of === "toggle")
      .map(([id]) => String(values[id]))
      .join();
    return !seen.has(kind) && seen.add(kind);
  });
}

/** The sliders in reach, moved to nearly either end. */
function* moves(f: Figure, values: Values<Params>) {
  const idle = idleOf(f, values);
  for (const [id, param] of Object.entries(f.params)) {
    if (typeof values[id] !== "number" || param.kind === "seed" || idle.includes(id)) continue;
    if (MEANT[f.id]?.[id] ?? MEANT.every![id]) continue;
    for (const u of [0.05, 0.95]) {
      const moved: Values<Params> = { ...values, [id]: param.at(u) };
      yield { id, moved };
    }
  }
}

test.each(everyFigure)(
  "$folder: while a slider is held its axes stay as they were",
  async (one) => {
    const f = one.figure;
    const { host, view, leave } = stageOf(f, false);
    for (const [name, values] of kindsOf(f)) {
      const result = f.compute(values);
      const t = Math.floor(lastStep(f, result, values));
      view.draw({ result, values, t, ghost: undefined });
      const before = ends(host, LEFT[f.id]);
      for (const { id, moved } of moves(f, values)) {
        const now = f.compute(moved);
        const until = Math.min(t, lastStep(f, now, moved));
        const held = { result, values };
        view.draw({ result: now, values: moved, t: until, ghost: undefined, held });
        expect(ends(host, LEFT[f.id]), `${name}, ${id} = ${String(moved[id])}`).toEqual(before);
      }
    }
    await leave();
  },
);

test("the curves of read-off keep their scales while N is held", async () => {
  const f = everyFigure.find(({ folder }) => folder === "read-off")!.figure;
  const { host, view, leave } = stageOf(f, false);
  const setting = (N: number): Values<Params> => ({ ...settingOf(f), N });
  const [values, moved] = [setting(6), setting(3)];
  const [result, now] = [f.compute(values), f.compute(moved)];
  view.draw({ result, values, t: 35, ghost: undefined });
  const curves = () => ends(host).slice(1);
  const before = curves();
  view.draw({ result: now, values: moved, t: 8, ghost: undefined, held: { result, values } });
  expect(curves()).toEqual(before);
  view.draw({ result: now, values: moved, t: 8, ghost: undefined });
  expect(curves()).not.toEqual(before);
  await leave();
});
