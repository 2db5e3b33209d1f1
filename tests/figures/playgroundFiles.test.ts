import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run } from "../../src/figures/playground/compute.ts";
import figure from "../../src/figures/playground/figure.ts";
import { table as tableOf, typescript } from "../../src/figures/playground/files.ts";
import type { Setting } from "../../src/figures/playground/params.ts";
import { settingOf } from "../../src/kit/derive.ts";

const at = (preset: string, set: Partial<Setting> = {}): Setting => ({
  ...settingOf(figure, preset),
  ...set,
});

describe("what it hands out", () => {
  test("a table of every step, with what a filter made of it", () => {
    const v = at("kalman");
    const r = run(v);
    const table = tableOf(v, r);
    const lines = table
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    expect(lines[0]).toEqual("t,u,delta,h1,h2,y,true,measured,estimate,sd".split(","));
    expect(lines).toHaveLength(r.u.length + 1);
    expect(lines.at(-1)!.map(Number).slice(5)).toEqual(
      [r.y, r.noisy!.truth, r.noisy!.measured, r.noisy!.estimate!.y, r.noisy!.estimate!.sd].map(
        (x) => x.at(-1),
      ),
    );
    expect(lines.flat().every((x) => x !== "NaN")).toBe(true);
  });

  // Node starts, and strips the types of six scripts: some seconds.
  test("TypeScript that runs and prints the figure's own number", () => {
    const folder = mkdtempSync("playground-");
    try {
      const names = ["spring", "gate", "mamba", "shift", "overflow"] as const;
      const wanted = names.map((name, k) => {
        const v = at(name, k === 1 ? { readout: "immediate" } : {});
        const r = run(v);
        const code = typescript(v, r).replaceAll('"./src/', '"../src/');
        writeFileSync(`${folder}/${name}.ts`, code);
        return r.recurrent[r.finite - 1]!;
      });
      writeFileSync(`${folder}/all.ts`, names.map((n) => `await import("./${n}.ts");`).join("\n"));
      const { stdout, stderr } = spawnSync("npx", ["tsx", `${folder}/all.ts`], {
        encoding: "utf8",
      });
      const got = stdout
        .trim()
        .split("\n")
        .filter((line) => !line.includes("gain"))
        .map(Number);
      expect(got.length, stderr).toBe(names.length);
      got.forEach((y, k) =>
        expect(Math.abs(y - wanted[k]!) / Math.max(1, Math.abs(wanted[k]!))).toBeLessThan(1e-12),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 30_000);
});
