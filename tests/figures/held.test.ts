import { expect, test } from "vitest";
import type { Values, Params } from "../../src/kit/param.ts";
import { everyFigure, lastStep, namedSettings } from "./everyFigure.ts";
import { shown, stageOf } from "./portrait.ts";

/** Figures whose axes are for what their sliders make. */
const AXES = [
  "basis",
  "discretization",
  "every-rule",
  "gain-gate",
  "kalman-cycle",
  "noisy-state",
  "plane-map",
  "residual",
  "scalar-state",
  "state-plane",
  "three-views",
];

/** A number and nothing else, not the result of a test: what stands to the left of a plot, at the ends of its scale. */
const END = /^[−-]?[\d.,]+(·10[⁻⁰-⁹]+)?$|^[−-]?10[⁻⁰-⁹]+$/;

const ends = (host: Element) =>
  shown(host)
    .filter(({ classList: look }) => look.contains("tick") && !look.contains("found"))
    .filter((node) => node.getAttribute("text-anchor") === "end" && END.test(node.textContent))
    .map((node) => node.textContent);

const watched = everyFigure.filter(({ figure }) => AXES.includes(figure.id));

test.each(watched)("$folder: while a slider is held its axes stay as they were", async (one) => {
  const f = one.figure;
  const { host, view, leave } = stageOf(f, false);
  for (const [name, values] of namedSettings(f)) {
    const result = f.compute(values);
    const t = Math.floor(lastStep(f, result, values));
    view.draw({ result, values, t, ghost: undefined });
    const before = ends(host);
    for (const [id, param] of Object.entries(f.params)) {
      if (typeof values[id] !== "number" || param.kind === "seed") continue;
      for (const u of [0.05, 0.95]) {
        const moved: Values<Params> = { ...values, [id]: param.at(u) };
        const now = f.compute(moved);
        // Another number of steps is another axis of time.
        if (f.length?.(now, moved) !== f.length?.(result, values)) continue;
        view.draw({ result: now, values: moved, t, ghost: undefined, held: { result, values } });
        expect(ends(host), `${name}, ${id} = ${String(moved[id])}`).toEqual(before);
      }
    }
  }
  await leave();
});
