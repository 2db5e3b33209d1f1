import { describe, expect, test } from "vitest";
import type { Figure, Law } from "../../src/kit/figure.ts";
import type { Params, Values } from "../../src/kit/param.ts";
import { disturbances } from "../disturb.ts";
import { everyFigure, namedSettings } from "./everyFigure.ts";
import { runTasks, trialOf } from "./runs.ts";

type AnyLaw = Law<Values<Params>, unknown>;

/** A result that cannot even be asked about shows nothing: a matrix of 4.04 rows, say. */
function breaks(law: AnyLaw, result: unknown, values: Values<Params>) {
  try {
    return !law.holds(result, values);
  } catch {
    return false;
  }
}

/** The results of all presets; where a long computation joins in, one with what it produces. */
async function* results(f: Figure): AsyncGenerator<[object, Values<Params>]> {
  for (const [, values] of namedSettings(f)) yield [f.compute(values) as object, values];
  if (!f.tasks) return;
  const values = trialOf(f);
  const product = await runTasks(f, values);
  // What came last first: a map is wrong at once, while a model that is wrong has to make all its maps anew.
  const last = Object.fromEntries(Object.entries(product).toReversed());
  yield [{ ...last, ...(f.compute(values) as object), ...last }, values];
}

/** Where a number was wrong that a law noticed, by the law's name: all of them asked about one wrong result after the other. */
async function noticed(f: Figure): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const silent = new Map(Object.entries(f.laws));
  for await (const [result, values] of results(f))
    for (const [where, wrong] of disturbances(result)) {
      if (silent.size === 0) return found;
      for (const [name, law] of silent)
        if (breaks(law, wrong, values)) {
          found.set(name, where);
          silent.delete(name);
        }
    }
  return found;
}

// A badge that cannot turn red says nothing: a law has to notice that some number of the result is wrong, or say that it
// is about the model beside it.
for (const { figure: f } of everyFigure)
  describe(`figure ${f.id}`, () => {
    const laws = Object.entries(f.laws);
    let found: ReturnType<typeof noticed> | undefined;
    const asked = () => (found ??= noticed(f));
    test.each(laws.filter(([, l]) => !l.about))("law %s can fail", async (name) =>
      expect((await asked()).get(name)).toBeDefined(),
    );
    test.each(laws.filter(([, l]) => l.about === "model"))(
      "law %s is about the model: no number of the result moves it",
      async (name) => expect((await asked()).get(name)).toBeUndefined(),
    );
  });
