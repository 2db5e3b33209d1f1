import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { settingOf } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { accepted } from "./accepted.ts";
import { clashes } from "./clash.ts";
import { everyFigure, lastStep } from "./everyFigure.ts";
import { extent, placing, polygons } from "./geometry.ts";
import { portrait, shown, stageOf } from "./portrait.ts";

/** A figure as it stands once a preset is taken; as it is declared where none is named. */
function standing(f: Figure, preset: string | undefined, compact: boolean) {
  const values = settingOf(f, preset);
  const result = f.compute(values);
  const asked = preset === undefined ? undefined : f.presets[preset]?.t;
  const t = Math.min(asked ?? Infinity, lastStep(f, result, values));
  const { host, view, leave } = stageOf(f, compact);
  view.draw({ result, values, t, ghost: undefined });
  return { host, t, leave };
}

/** What a path reaches, in whole units. */
function reachOf(path: Element): string {
  const move = placing(path);
  const { left, right, top, bottom } = extent(polygons(path.getAttribute("d")!).flat().map(move));
  return `${Math.round(left)}…${Math.round(right)} × ${Math.round(top)}…${Math.round(bottom)}`;
}

const lookOf = (node: Element) =>
  (node.getAttribute("class") ?? "").split(" ").filter(Boolean).toSorted().join(".");

/** A picture in a few lines: its words, how many marks of each kind, how far each curve reaches. */
function digest(host: Element): string[] {
  const all = shown(host.querySelector("svg")!);
  const words = all.filter((n) => n.nodeName === "text" && n.textContent).map((n) => n.textContent);
  const drawn = all.filter((n) =>
    n.nodeName === "path" ? n.getAttribute("d") : n.nodeName !== "text" || n.textContent,
  );
  const counts = new Map<string, number>();
  for (const n of drawn) {
    const kind = [n.nodeName, lookOf(n)].filter(Boolean).join(".");
    if (!["g", "svg", "defs", "marker", "tspan", "clipPath", "title"].includes(n.nodeName))
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const curves = drawn.filter(
    (n) => n.nodeName === "path" && /line|goal|mode|dots|stem|share|fan|trace/.test(lookOf(n)),
  );
  return [
    `  words: ${words.join(" | ")}`,
    `  marks: ${[...counts].map(([kind, n]) => `${n} ${kind}`).join(", ")}`,
    ...curves.slice(0, 24).map((n) => `  ${lookOf(n)} ${reachOf(n)}`),
  ];
}

/** What is kept of a new figure is written when it is first tested; in CI nothing is, and it has to be in the commit. */
function expectKept(file: string) {
  const there = existsSync(`tests/pictures/${file}`) || !process.env.CI;
  expect(there, `tests/pictures/${file} is missing: run this test without CI and commit it`).toBe(
    true,
  );
}

// A picture that has changed fails here. Look at it, then keep the new one: npm run pictures
for (const { figure: f } of everyFigure) {
  test(`${f.id}: the first picture is the one that was kept`, async () => {
    const { host, leave } = standing(f, undefined, false);
    const svg = portrait(host.querySelector("svg")!);
    await leave();
    expectKept(`${f.id}.svg`);
    await expect(`${svg.join("\n")}\n`).toMatchFileSnapshot(`../pictures/${f.id}.svg`);
  });

  test(`${f.id}: every preset at both widths is what was kept`, async () => {
    const lines: string[] = [];
    const found: string[] = [];
    const allowed = accepted.filter(({ figure }) => figure === f.id);
    const used = new Set<unknown>();
    for (const preset of [undefined, ...Object.keys(f.presets)])
      for (const compact of [false, true]) {
        const { host, t, leave } = standing(f, preset, compact);
        lines.push(`${preset ?? "as declared"}, ${compact ? "narrow" : "wide"}, t = ${t}`);
        lines.push(...digest(host));
        for (const clash of clashes(host.querySelector("svg")!, compact)) {
          const rule = allowed.find((a) => (a.preset ?? preset) === preset && a.finds.test(clash));
          used.add(rule);
          if (!rule)
            found.push(`${preset ?? "as declared"}, ${compact ? "narrow" : "wide"}: ${clash}`);
        }
        await leave();
      }
    expect.soft(found, "labels on labels or on curves, or out of the picture").toEqual([]);
    const idle = allowed.filter((rule) => !used.has(rule)).map(({ finds }) => String(finds));
    expect.soft(idle, "accepted, and no longer there").toEqual([]);
    expectKept(`${f.id}.txt`);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`../pictures/${f.id}.txt`);
  });
}
