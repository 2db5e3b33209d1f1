import { describe, expect, test } from "vitest";
import figure from "../../src/figures/train-pair/figure.ts";
import type { Setting } from "../../src/figures/train-pair/params.ts";
import { readingOf } from "../../src/figures/train-pair/reading.ts";
import { fetchWeights } from "../../src/figures/train-pair/recorded.ts";
import {
  allFirst,
  moved,
  scattered,
  takeSequence,
  turned,
} from "../../src/figures/train-pair/sequence.ts";
import { settingOf } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { clashes } from "./clash.ts";
import { stageOf } from "./portrait.ts";

const setting = (set: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...set });

describe("the reader's sequence", () => {
  test.each([
    ["..C....G", { value: "..c....g" }],
    [" a b ", { value: "a.b" }],
    ["ａ·ｂ", { value: "a.b" }],
    ["", { note: "oddLetters" }],
    ["......", { note: "oddLetters" }],
    ["abcdefgha", { note: "oddLetters" }],
    ["a..x", { note: "oddSigns" }],
    ["你好", { note: "oddSigns" }],
    ["a" + ".".repeat(32), { note: "oddLength" }],
    ["a.".repeat(50_000), { note: "oddLength" }],
  ])("%s", (typed, taken) => expect(takeSequence(typed)).toEqual(taken));

  test("letters move to blanks only, signs turn round, and none is ever lost", () => {
    expect(moved("a..b", 0, 2)).toBe("..ab");
    expect(moved("a..b", 0, 3)).toBe("a..b");
    expect(moved("a..b", 1, 2)).toBe("a..b");
    expect(turned("a..b", 1, 1)).toBe("aa.b");
    expect(turned("a..b", 0, -1)).toBe("...b");
    expect(turned("h...", 0, 1)).toBe("h..."); // the last letter stays
    expect(turned("h..b", 0, 1)).toBe("...b");
    expect(turned("a..b", 9, 1)).toBe("a..b");
    expect(allFirst("..c..g.a")).toBe("cga.....");
    for (let text = "cga.....", n = 0; n < 20; n++) {
      text = scattered(text);
      expect([text.length, text.replaceAll(".", "")]).toEqual([8, "cga"]);
    }
  });

  test("S6 holds what is moved; S4D of fixed spacing does not", async () => {
    const weights = await fetchWeights();
    const read = (own: string, pair: Setting["pair"]) => {
      const v = setting({ show: "own", pair, own });
      return readingOf({ ...figure.compute(v), weights }, v);
    };
    expect(read("..c....g...a....", "random").s6.right).toBe(3);
    expect(read("c......g.......a", "random").s6.right).toBe(3);
    expect(read("cga.............", "fixed").s4d.right).toBe(3);
    expect(read("..c....g...a....", "fixed").s4d.right).toBe(0);
  });

  test("Δ of the recorded S6: most channels open near letters, three steps late; on blanks they hold", async () => {
    const weights = await fetchWeights();
    const v = setting({ show: "own" });
    const r = { ...figure.compute(v), weights };
    const { opens, shuts, delta } = readingOf(r, v);
    expect([opens, shuts]).toEqual([21, 4]);
    const late = Array.from({ length: opens }, (_, row) => {
      const from2 = Array.from({ length: 4 }, (__, k) => delta.data[row * delta.cols + 2 + k]!);
      return from2.indexOf(Math.max(...from2));
    });
    expect(late.every((k) => k === 3)).toBe(true);
    expect(figure.readouts["delta"]!.of(r, v, 6)).toBeCloseTo(0.00035, 5);
    expect(figure.readouts["kept"]!.of(r, v, 6)).toBeCloseTo(99.98, 2);
    // It was trained on three letters, and on nothing else.
    const two = setting({ show: "own", own: "..c....g........" });
    expect(readingOf({ ...figure.compute(two), weights }, two).s6.right).toBe(0);
  });

  test("S4D's kernels are the same for every sequence, S6's Δ is not", () => {
    const read = (own: string) => {
      const v = setting({ show: "own", own });
      return readingOf(figure.compute(v), v);
    };
    const [one, other] = [read("ab......"), read("...b..a.")];
    expect(one.kernels).toEqual(other.kernels);
    expect(one.delta).not.toEqual(other.delta);
  });

  test("what is drawn of the recorded pair runs into nothing", async () => {
    const weights = await fetchWeights();
    const long = `${"ah".repeat(4)}${".".repeat(24)}`;
    for (const compact of [false, true])
      for (const set of [
        {},
        { pair: "fixed" },
        { own: "cga............." },
        { own: long },
      ] as const) {
        const v = setting({ show: "own", ...set });
        const r = { ...figure.compute(v), weights };
        const { host, view } = stageOf(figure as unknown as Figure, compact);
        view.draw({ result: r, values: v, t: v.own.length, ghost: undefined });
        expect(clashes(host.querySelector("svg")!, compact), `${compact} ${v.own}`).toEqual([]);
        view.destroy();
      }
  });
});
