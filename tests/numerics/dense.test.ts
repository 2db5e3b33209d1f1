import { describe, expect, it } from "vitest";
import * as fc from "fast-check";
import { expectClose } from "../near.ts";
import { linear, type Rows, rows } from "../../src/numerics/dense.ts";
import { linearBackInput, linearBackWeight } from "../../src/numerics/denseBack.ts";
import { generator } from "../../src/numerics/random.ts";

const size = fc.integer({ min: 1, max: 11 });
const setting = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  ins: size,
  outs: size,
  from: fc.integer({ min: 0, max: 3 }),
  count: fc.integer({ min: 0, max: 7 }),
  gap: fc.integer({ min: 0, max: 3 }),
  single: fc.boolean(),
});

describe("the products of a linear layer", () => {
  it("are the sums they stand for, on rows with gaps, and touch nothing else", () => {
    fc.assert(
      fc.property(setting, ({ seed, ins, outs, from, count, gap, single }) => {
        const { normal } = generator(seed);
        const to = from + count;
        const fill = (n: number) => Float64Array.from({ length: n }, normal);
        const gapped = (width: number): Rows => {
          const stride = width + gap;
          return { data: fill((to + 2) * stride + gap), width, stride, at: gap };
        };
        const numbers = (n: number) => (single ? Float32Array.from(fill(n)) : fill(n));
        const [x, y, W, b] = [gapped(ins), gapped(outs), numbers(outs * ins), numbers(outs)];
        const at = (r: Rows, l: number, i: number) => r.at + l * r.stride + i;
        const each = (f: (l: number, o: number, i: number) => void) => {
          for (let l = from; l < to; l++)
            for (let o = 0; o < outs; o++) for (let i = 0; i < ins; i++) f(l, o, i);
        };

        const dx = x.data.slice();
        const dW = W.slice();
        const db = b.slice();
        each((l, o, i) => (dx[at(x, l, i)]! += y.data[at(y, l, o)]! * W[o * ins + i]!));
        each((l, o, i) => (dW[o * ins + i]! += y.data[at(y, l, o)]! * x.data[at(x, l, i)]!));
        each((l, o, i) => (db[o]! += i === 0 ? y.data[at(y, l, o)]! : 0));
        const [gotX, gotW, gotB] = [{ ...x, data: x.data.slice() }, W.slice(), b.slice()];
        linearBackInput(gotX, y, W, from, to);
        linearBackWeight(gotW, gotB, y, x, from, to);
        const close = single ? 1e-6 : 1e-13;
        expectClose(gotX.data, dx, 1e-13);
        expectClose(gotW, dW, close);
        expectClose(gotB, db, close);

        const want = y.data.slice();
        each((l, o, i) =>
          want.fill(i === 0 ? b[o]! : want[at(y, l, o)]!, at(y, l, o), at(y, l, o) + 1),
        );
        each((l, o, i) => (want[at(y, l, o)]! += W[o * ins + i]! * x.data[at(x, l, i)]!));
        linear(y, x, W, b, from, to);
        expectClose(y.data, want, 1e-13);
      }),
      { numRuns: 300 },
    );
  });

  it("without a bias nothing is added", () => {
    const [x, y] = [rows(1, 1), rows(1, 1)];
    x.data[0] = 3;
    linear(y, x, Float64Array.of(2), undefined, 0, 1);
    expect(y.data[0]).toBe(6);
  });
});
