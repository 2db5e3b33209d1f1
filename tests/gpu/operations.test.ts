import { expect, test } from "vitest";
import { scanSample } from "../../src/gpu/kernels/selective-scan/sample.ts";
import { selectiveScanTwin } from "../../src/gpu/kernels/selective-scan/twin.ts";
import { layoutFor } from "../../src/gpu/kernels/selective-scan-backward/layout.ts";
import { carrySegments } from "../../src/gpu/kernels/selective-scan/carry.ts";
import {
  fusedBackwardOperations,
  fusedForwardOperations,
  operationsOf,
  unfusedBackwardOperations,
  unfusedForwardOperations,
} from "../../src/gpu/operations.ts";
import {
  fusedBackward,
  fusedForward,
  unfusedBackward,
  unfusedForward,
} from "../../src/gpu/traffic.ts";

/** Arithmetic that counts itself. */
function counting() {
  const done = { flops: 0, exps: 0 };
  return {
    done,
    add: (x: number, y: number) => (done.flops++, x + y),
    mul: (x: number, y: number) => (done.flops++, x * y),
    exp: (x: number) => (done.exps++, Math.exp(x)),
  };
}

const near = (got: Float64Array, want: Float64Array) =>
  got.forEach((y, i) =>
    expect(Math.abs(y - want[i]!)).toBeLessThan(1e-9 * (1 + Math.abs(want[i]!))),
  );

const shapes = [
  [1, 1, 1],
  [16, 3, 4],
  [50, 5, 2],
  [100, 2, 16],
] as const;

/** K1, K2 and K3 with counted arithmetic: the twin's result, and what it took. */
function fused(L: number, D: number, N: number, chunk: number) {
  const input = scanSample([L, D, N]);
  const { u, delta, A, B, C } = input;
  const { done, add, mul, exp } = counting();
  const y = new Float64Array(L * D);
  const chunks = Math.ceil(L / chunk);
  const segments = carrySegments(D * N, chunks);
  for (let d = 0; d < D; d++) {
    const walk = (k: number, h: number[], each: (t: number, x: number) => void) => {
      for (let t = k * chunk; t < Math.min(L, (k + 1) * chunk); t++) {
        const x = mul(delta[t * D + d]!, u[t * D + d]!);
        for (let n = 0; n < N; n++)
          h[n] = add(mul(exp(mul(delta[t * D + d]!, A[d * N + n]!)), h[n]!), mul(x, B[t * N + n]!));
        each(t, x);
      }
      return h;
    };
    const none = () => Array.from({ length: N }, () => 0);
    const ends = Array.from({ length: chunks - 1 }, (_, k) => {
      let sum = 0;
      const h = walk(k, none(), (t) => (sum = add(sum, delta[t * D + d]!)));
      return { h, sum };
    });
    const enters = [none()];
    const join = (h: readonly number[], end: { h: readonly number[]; sum: number }) =>
      h.map((x, n) => add(mul(exp(mul(A[d * N + n]!, end.sum)), x), end.h[n]!));
    if (segments === 1 || chunks === 1)
      for (const end of ends) enters.push(join(enters.at(-1)!, end));
    else {
      const length = Math.ceil(ends.length / segments);
      const cut = Array.from({ length: segments }, (_, k) =>
        ends.slice(k * length, (k + 1) * length),
      );
      const sums = cut.map((part) => {
        let [h, sum] = [none(), 0];
        for (const end of part) {
          h = join(h, end);
          for (let n = 1; n < N; n++) add(sum, end.sum); // every state's thread adds it up
          sum = add(sum, end.sum);
        }
        return { h, sum };
      });
      cut.forEach((part, k) => {
        let h = none();
        for (const before of sums.slice(0, k)) h = join(h, before);
        for (const end of part) enters.push((h = join(h, end)));
      });
    }
    for (let k = 0; k < chunks; k++) {
      const h = [...enters[k]!];
      walk(k, h, (t) => {
        let s = mul(C[t * N]!, h[0]!);
        for (let n = 1; n < N; n++) s = add(s, mul(C[t * N + n]!, h[n]!));
        y[t * D + d] = add(s, mul(input.D![d]!, u[t * D + d]!));
      });
    }
  }
  near(y, selectiveScanTwin(input));
  return done;
}

test.each(shapes)(
  "operations of the fused scan are those it takes, L %i, D %i, N %i",
  (L, D, N) => {
    for (const chunk of [1, 7, 16, L]) {
      const formula = fusedForwardOperations({ batch: 1, L, channels: D, states: N }, chunk);
      expect(operationsOf(formula), `chunk ${chunk}`).toEqual(fused(L, D, N, Math.min(chunk, L)));
    }
  },
);

/** Written out, scanned by levels or by one walk, contracted, counted. */
function apart(L: number, D: number, N: number, kind: "levels" | "once") {
  const input = scanSample([L, D, N]);
  const { u, delta, A, B, C } = input;
  const { done, add, mul, exp } = counting();
  const y = new Float64Array(L * D);
  const h = new Float64Array(L * D * N);
  for (let d = 0; d < D; d++)
    for (let n = 0; n < N; n++) {
      let pairs = Array.from({ length: L }, (_, t) => {
        const a = exp(mul(delta[t * D + d]!, A[d * N + n]!));
        return [a, mul(mul(delta[t * D + d]!, B[t * N + n]!), u[t * D + d]!)] as const;
      });
      if (kind === "levels")
        for (let gap = 1; gap < L; gap *= 2)
          pairs = pairs.map(([a, b], t) => {
            const before = pairs[t - gap];
            return before ? [mul(a, before[0]), add(mul(a, before[1]), b)] : [a, b];
          });
      let state = 0;
      pairs.forEach(([a, b], t) => {
        state = kind === "levels" ? b : add(mul(a, state), b);
        h[(t * D + d) * N + n] = state;
      });
    }
  for (let i = 0; i < L * D; i++) {
    y[i] = mul(input.D![i % D]!, u[i]!);
    for (let n = 0; n < N; n++)
      y[i] = add(y[i]!, mul(C[Math.floor(i / D) * N + n]!, h[i * N + n]!));
  }
  near(y, selectiveScanTwin(input));
  return done;
}

test.each(shapes)(
  "operations of the unfused scan are those it takes, L %i, D %i, N %i",
  (L, D, N) => {
    for (const kind of ["levels", "once"] as const)
      expect(
        operationsOf(unfusedForwardOperations({ L, channels: D, states: N }, kind)),
        kind,
      ).toEqual(apart(L, D, N, kind));
  },
);

test("the same dispatches as the bytes are counted for", () => {
  for (const [L, channels, states] of [...shapes, [2048, 1536, 16], [16_384, 2048, 16]] as const) {
    const sizes = { batch: 1, L, channels, states };
    const layout = layoutFor(sizes, {}, {});
    const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
    for (const chunk of [16, 64])
      expect(names(fusedForwardOperations(sizes, chunk))).toEqual(
        names(fusedForward(sizes, chunk)),
      );
    expect(names(fusedBackwardOperations(sizes, layout))).toEqual(
      names(fusedBackward(sizes, layout)),
    );
    for (const kind of ["levels", "once"] as const) {
      expect(names(unfusedForwardOperations(sizes, kind))).toEqual(
        names(unfusedForward(sizes, kind)),
      );
      expect(names(unfusedBackwardOperations(sizes, kind))).toEqual(
        names(unfusedBackward(sizes, kind)),
      );
    }
  }
});

test("exponentials: two a state and token forward, four backward, one and none where the pairs are kept", () => {
  const sizes = { batch: 1, L: 16_384, channels: 2048, states: 16 };
  const each = (all: Parameters<typeof operationsOf>[0]) =>
    operationsOf(all).exps / (16_384 * 2048 * 16);
  expect(each(fusedForwardOperations(sizes, 256))).toBeCloseTo(2, 1);
  expect(each(fusedBackwardOperations(sizes, layoutFor(sizes, {}, {})))).toBeCloseTo(4, 0);
  expect(each(unfusedForwardOperations(sizes))).toBe(1);
  expect(each(unfusedBackwardOperations(sizes))).toBe(0);
});
