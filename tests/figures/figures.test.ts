import fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { reserved } from "../../src/chapters/address.ts";
import type { Language } from "../../src/chapters/language.ts";
import { decode, encode } from "../../src/session/address.ts";
import {
  clockOf,
  idleOf,
  momentOf,
  settingOf,
  texts,
  wordsOf,
  type Overlay,
} from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import type { Params, Values } from "../../src/kit/param.ts";
import { regionOf } from "../../src/ui/region.ts";
import { isSymbol } from "../../src/notation.ts";
import { canFail } from "./laws.ts";
import { runTask, told, trialOf } from "./runs.ts";
import { anySetting, everyFigure, lastStep, namedSettings, placeholders } from "./everyFigure.ts";
import { unit } from "../unit.ts";

const equations = Object.keys(import.meta.glob("../../src/equations/*.ts")).map((p) =>
  p.split("/").at(-1)!.slice(0, -3),
);
const languages = Object.values(
  import.meta.glob<Language>("../../content/*/language.json", { eager: true, import: "default" }),
)
  .filter((l) => !l.partial)
  .map((l) => l.tag);
const overlays = import.meta.glob<Overlay>("../../content/*/figures/*.json", {
  eager: true,
  import: "default",
});

interface Standing {
  /** The preset's name, or what the address would say. */
  readonly at: string;
  readonly values: Values<Params>;
  readonly result: unknown;
  /** A moment, as a share of the timeline. */
  readonly u: number;
}

const presets = (f: Figure): Standing[] =>
  namedSettings(f).map(([at, values]) => ({ at, values, result: f.compute(values), u: 0.5 }));

/** Settings from all over the domain: PROPERTY_SEED draws others. */
const drawn = (f: Figure): Standing[] =>
  fc.sample(fc.tuple(anySetting(f), unit), 60).map(([values, u]) => {
    const at = String(encode(f.params, values, settingOf(f)));
    return { at, values, result: f.compute(values), u };
  });

test("there are figures to test", () => expect(everyFigure.length).toBeGreaterThan(0));

test("an overlay belongs to a figure", () => {
  const ids = everyFigure.map(({ figure }) => `${figure.id}.json`);
  for (const path of Object.keys(overlays)) expect(ids, path).toContain(path.split("/").at(-1));
});

for (const { figure: f, folder } of everyFigure) {
  const params = Object.entries(f.params);
  const same = (a: Values<Params>, b: Values<Params>) => {
    for (const [k, p] of params) expect(p.print(a[k]), k).toBe(p.print(b[k]));
    expect(a).toEqual(b);
  };
  /** As a link travels: written, pasted, read. */
  const travel = (values: Values<Params>, base = settingOf(f)) =>
    decode(f.params, new URLSearchParams(String(encode(f.params, values, base))), base, reserved);

  describe(`figure ${folder}`, () => {
    test("lives in the folder of its id", () => expect(f.id).toBe(folder));

    test("names equations that exist", () =>
      expect(equations).toEqual(expect.arrayContaining([...f.equations])));

    test("names source regions that exist", () => {
      for (const where of f.source) {
        const [file, region] = where.split("#") as [string, string];
        expect(existsSync(file), file).toBe(true);
        expect(regionOf(readFileSync(file, "utf8"), region), where).toBeTruthy();
      }
    });

    test("takes no name that the address keeps for itself", () => {
      for (const [k] of params) {
        expect(reserved).not.toContain(k);
        // A part that teachers hide by name has to be a plain one, and not a name of the page's own parts.
        expect(k).toMatch(/^[a-zA-Z]\w{0,19}$/);
        expect(["time", "presets", "tools", "more"]).not.toContain(k);
      }
    });

    test("uses symbols of the notation table only", () => {
      const values = settingOf(f);
      const result = f.compute(values);
      for (const id of Object.keys(f.symbols(result, values, 0)))
        expect(isSymbol(id), id).toBe(true);
      for (const p of [...params.map(([, p]) => p), ...Object.values(f.readouts)])
        if (p.symbol) expect(isSymbol(p.symbol), p.symbol).toBe(true);
    });

    test("any setting survives the address", () =>
      fc.assert(
        fc.property(anySetting(f), (values) => {
          const back = travel(values);
          expect(back.notices).toEqual([]);
          same(back.values, values);
        }),
        { numRuns: 60 },
      ));

    test("each preset survives the address, seen from every other", () => {
      const settings = namedSettings(f);
      for (const [name, values] of settings)
        for (const [from, base] of settings) {
          const back = travel(values, base);
          expect(back.notices, `${name} from ${from}`).toEqual([]);
          same(back.values, values);
        }
    });

    // Every question is asked about the same settings, presets and drawn ones, computed once: that is what takes the time.
    let asked: Standing[] | undefined;
    const settings = () => (asked ??= [...presets(f), ...drawn(f)]);
    afterAll(() => {
      asked = undefined;
    });

    for (const [name, law] of Object.entries(f.laws))
      test(`law ${name}: ${law.label}`, () => {
        for (const { at, values, result } of settings())
          expect(law.holds(result, values), at).toBe(true);
      });

    canFail(f);

    test("equal values give equal results, and a playhead has somewhere to be", () => {
      for (const { at, values, result } of settings()) {
        const end = lastStep(f, result, values);
        expect(Number.isInteger(end) && end >= 0, `${at}: last step ${end}`).toBe(true);
      }
      for (const { at, values, result } of settings().slice(-20))
        expect(isDeepStrictEqual(f.compute(values), result), at).toBe(true);
    });

    test("each readout is a number at any moment of any setting", () => {
      for (const { at, values, result, u } of settings()) {
        const t = u * lastStep(f, result, values);
        // NaN and ∞ mean that there is no such value; undefined means a bug.
        for (const [k, r] of Object.entries(f.readouts))
          expect(r.of(result, values, t), `${at}: readout ${k}`).toBeTypeOf("number");
      }
    });

    test.runIf(f.clock)("its clock speaks in every preset, the same all through a step", () => {
      for (const preset of [undefined, ...Object.keys(f.presets)]) {
        const { values, result } = momentOf(f, preset);
        const last = lastStep(f, result, values);
        for (const t of [0, last >> 1, last]) {
          const told = clockOf(f, wordsOf(f), { values, result, t });
          expect(told ?? "", preset).not.toMatch(/NaN|undefined|—/);
          expect(clockOf(f, wordsOf(f), { values, result, t: t + 0.6 })).toBe(told);
        }
      }
    });

    test.runIf(f.idle)("what is said to change nothing changes nothing", () => {
      const seen = (values: Values<Params>) => {
        const result = f.compute(values);
        const t = lastStep(f, result, values);
        const readouts = Object.values(f.readouts).map((r) => r.of(result, values, t));
        return [f.describe(result, values, t), ...readouts];
      };
      fc.assert(
        fc.property(anySetting(f), unit, (values, u) => {
          const before = seen(values);
          for (const name of idleOf(f, values))
            expect(seen({ ...values, [name]: f.params[name]!.at(u) }), name).toEqual(before);
        }),
        { numRuns: 40 },
      );
    });

    for (const [name, task] of Object.entries(f.tasks ?? {})) {
      test(`its task "${name}" needs parameters that exist, ends, and keeps the laws`, async () => {
        expect(Object.keys(f.params)).toEqual(expect.arrayContaining([...task.needs]));
        const values = trialOf(f);
        const { product, done, kinds } = await told(f, name, values);
        expect(kinds).not.toContain("problem");
        expect(kinds).toContain("end");
        expect(done).toEqual(done.toSorted((a, b) => a - b));
        for (const share of done) expect(0 <= share && share <= 1, String(share)).toBe(true);
        const result = { ...(f.compute(values) as object), ...product };
        for (const law of Object.values(f.laws)) expect(law.holds(result, values)).toBe(true);
      }, 60_000);

      test.runIf(task.resumes)(
        `its task "${name}", paused, ends where it would have`,
        async () => {
          const values = trialOf(f);
          const half = await runTask(f, name, values, { products: 2 });
          const { product } = await told(f, name, values);
          expect(half).not.toEqual(product);
          const gone = await runTask(f, name, values, { had: half });
          // toEqual takes seconds for what a model keeps
          if (!isDeepStrictEqual(gone, product)) expect(gone).toEqual(product);
        },
        60_000,
      );
    }

    test("its sentences ask only for what it has", () => {
      // {result} is the figure's answer
      const known = new Set([...Object.keys(f.params), ...Object.keys(f.readouts), "t", "result"]);
      for (const [k, s] of Object.entries(f.phrases))
        for (const name of placeholders(s))
          expect(known.has(name.slice(1, -1)), `${k}: ${name}`).toBe(true);
    });

    for (const tag of languages.filter((l) => l !== "en"))
      test(`its words in ${tag} are complete and fresh`, () => {
        const overlay = overlays[`../../content/${tag}/figures/${f.id}.json`];
        expect(
          overlay,
          `content/${tag}/figures/${f.id}.json is missing: npm run new words ${f.id}`,
        ).toBeDefined();
        const english = Object.fromEntries(Object.entries(overlay!).map(([k, [en]]) => [k, en]));
        expect(english, `its keys and English: npm run new words ${f.id}`).toEqual(texts(f));
        // Empty ones wait for their translator, and a translated page may not show the figure: content.test.ts.
        for (const [k, [en, translated]] of Object.entries(overlay!))
          if (translated !== "") expect(placeholders(translated), k).toEqual(placeholders(en));
      });
  });
}
