import { describe, expect, test } from "vitest";
import { bitsOf, flipped, longer, others, takeBits } from "../../src/figures/parity/bits.ts";
import { byHand } from "../../src/figures/parity/byHand.ts";
import figure from "../../src/figures/parity/figure.ts";
import { curveOf, netOf, type Run } from "../../src/figures/parity/compute.ts";
import { trained } from "../../src/figures/parity/nets.ts";
import type { Setting } from "../../src/figures/parity/params.ts";
import { readingOf } from "../../src/figures/parity/reading.ts";
import { recordings } from "../../src/figures/parity/recorded.ts";
import { trainSide } from "../../src/figures/parity/side.ts";
import { train } from "../../src/figures/parity/task.ts";
import { settingOf } from "../../src/kit/derive.ts";
import { kinds } from "../../src/models/parity/net.ts";
import { askedIn, newExam, parities } from "../../src/models/parity/trainer.ts";

const setting = (set: Partial<Setting> = {}): Setting => ({ ...settingOf(figure), ...set });
const never = new AbortController().signal;
const readout = (name: keyof typeof figure.readouts, v: Setting, r: Run = figure.compute(v)) =>
  figure.readouts[name]!.of(r, v, figure.length!(r, v) - 1);

describe("by hand", () => {
  const at = (bits: string, one: number, angle = 0, nought = 1) =>
    byHand({ bits, one, angle, nought });

  test("a 1 that turns h over, or half round, is the parity", () => {
    for (const bits of ["1", "0", "1011001110100101", others("1".repeat(200))]) {
      expect(at(bits, -1).right).toBe(bits.length);
      expect(at(bits, 1, 180).right).toBe(bits.length);
      expect(at(bits, -1).best).toBe(bits.length);
    }
  });

  test("the best threshold is the best of all there are", () => {
    for (const one of [0.5, 0.9, -0.6, 1, 0]) {
      const { re, odd, best } = at("1011001110100101", one, 0, 0.97);
      const h = re.subarray(1);
      let most = 0;
      for (const cut of [-Infinity, ...h, Infinity])
        for (const below of [0, 1])
          most = Math.max(
            most,
            h.filter((x, t) => (x <= cut ? below : 1 - below) === odd[t]).length,
          );
      expect(best, `one = ${one}`).toBe(most);
    }
  });

  test("half a turn less 4° is more than a quarter off at the twenty-third one", () => {
    const { re, odd } = at("1".repeat(40), 1, 176);
    const wrong = Array.from(odd, (x, t) => (re[t + 1]! < 0 ? 1 : 0) !== x);
    expect(wrong.indexOf(true)).toBe(22); // 23 · 4° > 90°
  });
});

describe("what is typed", () => {
  test("spaces, commas and full-width digits are taken, other signs are not", () => {
    expect(takeBits(" 1 0,1１０ ").value).toBe("10110");
    expect(takeBits("1021").note).toBe("oddSigns");
    expect(takeBits("  ").note).toBe("noBits");
    expect(takeBits("1".repeat(257)).note).toBe("oddLength");
    expect(takeBits("1".repeat(100_000)).note).toBe("oddLength");
    expect(longer("1".repeat(200)).length).toBe(256);
    expect(longer("10").slice(0, 2)).toBe("10");
    expect(flipped("101", 1)).toBe("111");
    expect(others("1010")).not.toBe("1010");
  });
});

describe("what was recorded", () => {
  test.each(recordings.map((r) => [trained.map((k) => r[k]).join(" "), r] as const))(
    "%s: begins as the trainer does, to the last answer",
    (_, r) => {
      for (const kind of kinds) {
        const side = trainSide({ ...setting(r as Partial<Setting>), kind }, never, {});
        const { value } = side.next();
        const { right, loss } = (value as { product: Run }).product[kind]!;
        expect(right[0], kind).toEqual(r[kind].right[0]);
        expect(loss[0]).toBeCloseTo(r[kind].loss[0]!, 4);
      }
    },
  );

  test("five seeds: factors from 0 to 1 count to a few, the others go on to twice the length", () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const v = setting({ show: "learning", seed });
      expect(readout("positiveNear", v)).toBeGreaterThan(70);
      expect(readout("positiveNear", v)).toBeLessThan(80);
      expect(Math.abs(readout("positiveFar", v) - 50)).toBeLessThan(2);
      for (const name of ["negativeNear", "negativeTwice", "rotationNear", "rotationTwice"])
        expect(readout(name, v), `${name}, seed ${seed}`).toBe(100);
      expect(readout("negativeFour", v)).toBe(100);
      expect(readout("rotationFour", v)).toBeGreaterThan(89);
    }
  });

  test("the weights that are kept say what the curves say, up to four times the length", () => {
    const v = setting({ show: "learning" });
    const r = figure.compute(v);
    for (const kind of kinds) {
      const { source, net } = netOf(r, v, kind);
      expect(source).toBe("recorded");
      const found = newExam(v.L)(net).slice(0, 3);
      found.forEach((n, k) => {
        const kept = curveOf(r, kind)!.right.at(-1)![k]!;
        expect(Math.abs(n - kept)).toBeLessThanOrEqual(0.01 * askedIn(v.L)[k]!);
      });
    }
  });

  test("the factor that flips is near −1, the angle that turns near half a turn: not quite", () => {
    const v = setting({ show: "own" });
    const one = readout("oneSize", v);
    expect(one).toBeLessThan(-0.98);
    expect(one).toBeGreaterThan(-1);
    const turned = Math.abs(readout("oneAngle", setting({ show: "own", net: "rotation" })));
    expect(turned).toBeGreaterThan(170);
    expect(turned).toBeLessThan(180);
  });
});

test("a reading counts the answers that are right", () => {
  const v = setting({ show: "own", bits: "110" });
  const reading = readingOf(figure.compute(v), v);
  for (const kind of kinds) {
    const { said, right } = reading[kind];
    expect(right).toBe(parities(bitsOf(v.bits)).filter((x, t) => x === said[t]).length);
  }
});

test("a report is fifty steps of all three", async () => {
  const v = setting({ steps: 100, L: 8, seed: 9 });
  let reports = 0;
  for await (const report of train(v, never, {})) {
    reports++;
    for (const kind of kinds) expect(report.product![kind]!.loss.length).toBe(reports);
  }
  expect(reports).toBe(2);
});
