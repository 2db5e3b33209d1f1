import { expect, test } from "vitest";
import kalmanCycle from "../../src/figures/kalman-cycle/figure.ts";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { momentsOf, stageOf } from "./portrait.ts";

// What moves is the way to the next step; boxes and nodes, like the caption, are those of the whole step.
test.each([
  [kalmanCycle as unknown as Figure, ".sums.present text"],
  [scalarState as unknown as Figure, ".node .value"],
])(
  "between two steps what the picture says in words and numbers is of the whole one",
  (f, said) => {
    const { host, view } = stageOf(f, false);
    const [moment] = momentsOf(f, settingOf(f));
    const at = (t: number) => {
      view.draw({ ...moment!, t } as never);
      return [...host.querySelectorAll(said)].map((text) => text.textContent);
    };
    const seen = new Set<string>();
    for (const t of [0, 3, 20, 41]) {
      const whole = at(t);
      expect(whole.length).toBeGreaterThan(1);
      for (const s of [0.3, 0.7, 0.95]) expect(at(t + s), `${f.id} at ${t + s}`).toEqual(whole);
      seen.add(whole.join());
    }
    expect(seen.size).toBeGreaterThan(1);
  },
);
