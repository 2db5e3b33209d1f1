import { expect, test } from "vitest";
import { type Overlay, readIn, settingOf, wordsOf } from "../../src/kit/derive.ts";
import { accepted } from "./accepted.ts";
import { clashes } from "./clash.ts";
import { everyFigure, lastStep } from "./everyFigure.ts";
import { stageOf } from "./portrait.ts";

const overlays = import.meta.glob<Overlay>("/content/zh-Hans/figures/*.json", {
  eager: true,
  import: "default",
});

// The gallery keeps the English pictures; Chinese words are shorter by letters and wider by each.
for (const { figure: f } of everyFigure)
  test(`${f.id}: in Chinese no label lies on another, or out of the picture`, async () => {
    const words = wordsOf(f, overlays[`/content/zh-Hans/figures/${f.id}.json`]);
    const allowed = accepted.filter(({ figure }) => figure === f.id);
    const found: string[] = [];
    for (const preset of [undefined, ...Object.keys(f.presets)]) {
      const values = settingOf(f, preset);
      const result = readIn(f, words, f.compute(values));
      const asked = preset === undefined ? undefined : f.presets[preset]?.t;
      const t = Math.min(asked ?? Infinity, lastStep(f, result, values));
      for (const compact of [false, true]) {
        const { host, view, leave } = stageOf(f, compact, words);
        view.draw({ result, values, t, ghost: undefined });
        for (const clash of clashes(host.querySelector("svg")!, compact))
          if (!allowed.some((a) => (a.preset ?? preset) === preset && a.finds.test(clash)))
            found.push(`${preset ?? "as declared"}, ${compact ? "narrow" : "wide"}: ${clash}`);
        await leave();
      }
    }
    expect(found).toEqual([]);
  });
