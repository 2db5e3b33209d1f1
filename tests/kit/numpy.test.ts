import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { answerOf } from "../../src/kit/derive.ts";
import { pyMatrix, pyNumber } from "../../src/numpy/text.ts";
import { pySignal } from "../../src/numpy/signal.ts";
import { own, samples, type Signal } from "../../src/kit/signal.ts";
import type { Params, Values } from "../../src/kit/param.ts";
import { openPython, python } from "./python.ts";
import { everyFigure, lastStep, namedSettings } from "../figures/everyFigure.ts";
import { runTasks } from "../figures/runs.ts";

/*
 * "Copy as NumPy" is a promise that the script runs and gives the same number. The convention: the last number that
 * a figure's script prints is its `answer` at the last step of the timeline.
 */

if (!python && !process.env.CI)
  console.warn("No python3 with numpy here: the NumPy scripts were written but not run.");

const folder = mkdtempSync(join(tmpdir(), "hidden-state-numpy-"));
const interpreter = openPython();
afterAll(() => {
  interpreter.close();
  rmSync(folder, { recursive: true });
});

/** What each of some scripts prints. */
const runAll = (name: string, scripts: readonly string[]): Promise<string[]> =>
  Promise.all(
    scripts.map((code, k) => {
      const file = join(folder, `${name}-${k}.py`);
      writeFileSync(file, code);
      return interpreter.run(file);
    }),
  );

interface Standing {
  readonly name: string;
  readonly values: Values<Params>;
  readonly result: unknown;
  readonly t: number;
}

const numbersIn = (text: string) =>
  (text.match(/-?(?:\d+\.?\d*(?:e[+-]?\d+)?|inf|nan)/g) ?? []).map(Number);

describe.skipIf(!python && !process.env.CI)("the NumPy that a reader copies", () => {
  test("there is a python3 with numpy", () => expect(python).toBeDefined());

  for (const { figure: f } of everyFigure)
    test(`${f.id}: runs for every preset and prints the figure's own number`, async () => {
      const settings: Standing[] = [];
      for (const [name, values] of namedSettings(f)) {
        const at = (result: unknown) => ({ name, values, result, t: lastStep(f, result, values) });
        const first = at(f.compute(values));
        // Where the answer comes by a task, that has to run.
        const known = !Number.isNaN(answerOf(f, first.result, values, first.t)) || !f.tasks;
        const all = { ...(first.result as object), ...(known ? {} : await runTasks(f, values)) };
        settings.push(known ? first : at(all));
      }
      // Presets that differ in the playhead only have one script.
      const scripts = await Promise.all(settings.map((s) => f.numpy(s.values, s.result)));
      const different = [...new Set(scripts)];
      const printed = await runAll(f.id, different);
      settings.forEach(({ name, values, result, t }, k) => {
        const wanted = answerOf(f, result, values, t);
        const whose = typeof f.answer === "string" ? `its readout ${f.answer}` : "its answer";
        const expected = `the last number printed has to be ${whose} at the last step, ${wanted}`;
        const got = numbersIn(printed[different.indexOf(scripts[k]!)]!).at(-1)!;
        expect(got, `${name}: the NumPy text prints no number; ${expected}`).toBeTypeOf("number");
        const error = Math.abs(got - wanted) / Math.max(1, Math.abs(wanted));
        expect(error, `${name}: it printed ${got}; ${expected}`).toBeLessThan(1e-8);
      });
    });

  test("a script that fails, or that warns, is said with its line, and the next one runs", async () => {
    const good = "print(7)\n";
    for (const [bad, said] of [
      ["x = 1\nx.y\n", /line 2, in <module>[^]*AttributeError/],
      ["import numpy as np\nnp.log(np.zeros(1))\n", /divide by zero/],
    ] as const)
      await expect(runAll("bad", [bad])).rejects.toThrow(said);
    expect(await runAll("good", [good, good])).toEqual(["7\n", "7\n"]);
  });

  test("every kind of signal is the same series in Python", async () => {
    const L = 40;
    const signals: Signal[] = [
      { kind: "impulse" },
      { kind: "step" },
      { kind: "sine", period: 7 },
      { kind: "noise", seed: 3 },
      { kind: "series", id: "nile" },
      { kind: "series", id: "speech" },
      own([1e-9, -2.5, 0, 3e6]),
    ];
    const printed = await runAll(
      "signals",
      signals.map(
        (s) => `import numpy as np\nu = ${pySignal(s, L)}\nfor x in u: print(float(x))\n`,
      ),
    );
    signals.forEach((s, k) => {
      const u = samples(s, L);
      const got = printed[k]!.trim().split("\n").map(Number);
      expect(got.length).toBe(u.length);
      got.forEach((x, t) =>
        expect(Math.abs(x - u[t]!), `${s.kind} at ${t}`).toBeLessThan(
          1e-11 * Math.max(1, Math.abs(u[t]!)),
        ),
      );
    });
  });
});

test("numbers and matrices are Python", () => {
  expect(pyNumber(-0)).toBe("0");
  expect(pyNumber(1e-7)).toBe("1e-7");
  expect(
    pyMatrix([
      [1, -0.5],
      [0, 2e21],
    ]),
  ).toBe("np.array([[1, -0.5], [0, 2e+21]])");
});
