import { expect, test } from "vitest";
import type { Figure, Law } from "../../src/kit/figure.ts";
import type { Params, Values } from "../../src/kit/param.ts";
import { disturbancesOf, namesRead } from "../disturb.ts";
import { namedSettings } from "./everyFigure.ts";
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

/** Where a number was wrong that a law noticed, by the law's name: all that look there are asked about one wrong result after the other. */
async function noticed(f: Figure): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const silent = new Map(Object.entries(f.laws));
  for await (const [result, values] of results(f)) {
    const looks = new Map(
      [...silent].map(([name, law]) => [name, namesRead(result, (r) => law.holds(r, values))]),
    );
    for (const key of Object.keys(result)) {
      const asked = [...silent].filter(([name]) => looks.get(name)!.has(key));
      if (asked.length === 0) continue;
      for (const [where, wrong] of disturbancesOf(result, key)) {
        for (const [name, law] of asked)
          if (silent.has(name) && breaks(law, wrong, values)) {
            found.set(name, where);
            silent.delete(name);
          }
        if (!asked.some(([name]) => silent.has(name))) break;
      }
    }
  }
  return found;
}

/** A badge that cannot turn red says nothing: a law has to notice that some number of the result is wrong, or say that it is about the model beside it. */
export function canFail(f: Figure): void {
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
}
