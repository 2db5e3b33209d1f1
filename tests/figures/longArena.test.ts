import { describe, expect, test } from "vitest";
import { run } from "../../src/figures/long-arena/compute.ts";
import { average, claims, models, sources, tasks } from "../../src/figures/long-arena/data.ts";
import figure from "../../src/figures/long-arena/figure.ts";
import { settingOf } from "../../src/kit/derive.ts";
import type { Setting } from "../../src/figures/long-arena/params.ts";

const model = (id: string) => models.find((m) => m.id === id)!;
const setting = (set: Partial<Setting>): Setting => ({ ...settingOf(figure), ...set });

describe("the published results", () => {
  // SCIENCE, section 3: S4 v3, in the order ListOps, Text, Retrieval, Image, Pathfinder, Path-X.
  test.each([
    ["s4first", [58.35, 76.02, 87.09, 87.26, 86.05, 88.1], 80.48],
    ["s4", [59.6, 86.82, 90.9, 88.65, 94.2, 96.35], 86.09],
  ])("%s", (id, scores, mean) => {
    expect(model(id).scores).toEqual(scores);
    expect(average(model(id))).toBeCloseTo(mean, 1);
    expect(model(id).printed).toBe(mean);
  });

  test("the Transformer, and its second run over five tasks", () => {
    const [old, again] = [model("transformer"), model("again")];
    expect(average(old)).toBeCloseTo(53.66, 2);
    expect(average({ ...old, without: "pathx" })).toBeCloseTo(54.39, 2);
    expect(average(again)).toBeCloseTo(59.24, 1);
    expect([old.scores[2], again.scores[2]]).toEqual([57.46, 79.14]);
  });

  test("no model of the older table learned Path-X, S4 did", () => {
    for (const m of models.filter(({ source, id }) => source === "s4" && !/^s4|chance/.test(id)))
      expect(m.scores[5], m.name).toBeNull();
    expect(tasks[5]).toMatchObject({ id: "pathx", length: 16384, chance: 50 });
  });

  test("every row names a source that is told, and the caption tells it", () => {
    for (const m of models) {
      expect(sources[m.source], m.name).toBeTruthy();
      const v = setting({ group: "all", model: m.id });
      const words = figure.phrases[figure.describe(run(v), v, 0)]!;
      if (m.id !== "chance") expect(words, m.name).toMatch(/Source: |Second hand/);
    }
    for (const { id } of claims)
      expect(figure.phrases[id as keyof typeof figure.phrases]).toMatch(/Source: S4 v3/);
  });

  test("Mega stands first, and nobody is beyond 64 % on ListOps", () => {
    expect(run(setting({ group: "all" })).rows[0]!.model.id).toBe("mega");
    expect(run(setting({ group: "all", sort: "listops" })).rows[0]!.values[1]).toBeLessThan(64);
  });
});

describe("S4's own claims", () => {
  test.each([
    ["pathx", 50, 96.35],
    ["cifar", 84.65, 91.13],
    ["generation", 0.8, 48],
    ["wikitext", 20.51, 20.95],
    ["mnist", 60, 98],
    ["speed", 1, 5.19],
    ["memory", 1, 0.091],
  ])("%s: from %d to %d", (id, before, after) => {
    expect(claims.find((c) => c.id === id)).toMatchObject({ before, after });
  });

  test("raw speech 98.3 %; some 30 times faster and 400 times less memory than LSSL", () => {
    const claim = (id: string) => claims.find((c) => c.id === id)!;
    const ratio = (id: string) => claim(id).before / claim(id).after;
    expect(claim("speech").after).toBeCloseTo(98.3, 1);
    expect(ratio("lsslTime")).toBeCloseTo(29.6, 1);
    expect(ratio("lsslMemory")).toBeCloseTo(392, 0);
  });
});
