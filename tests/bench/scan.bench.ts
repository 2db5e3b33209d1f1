import { defaultDevice, init, jit, numpy as np } from "@jax-js/jax";
import * as tf from "@tensorflow/tfjs";
import { generator } from "../../src/numerics/random.ts";
import { scanPairs } from "../../src/numerics/scanPairs.ts";
import { selectiveScan } from "../../src/models/s6.ts";
import { selectiveScanBackward } from "../../src/models/s6Backward.ts";
import { selectiveScanChunked } from "../../src/models/s6Chunked.ts";
import { compare, measure } from "./compare.ts";

type JaxArray = np.Array;

const n = 1e6;
const { uniform, normal } = generator(1);
const fill = (count: number, f: (i: number) => number) =>
  Float64Array.from({ length: count }, (_, i) => f(i));
const into = { a: new Float64Array(n), b: new Float64Array(n) };

/**
 * jax-js has no scan. The fastest that its array operations gave here: groups of four one after the other, the group totals by the same
 * again (1e6 = 4³ · 5⁶), compiled; 31 ms. (Hillis–Steele 126 ms, two levels of it 127 ms, groups of 2, 8, 16: 62, 46–82, 49 ms.)
 */
function jaxScan(a: JaxArray, b: JaxArray): [JaxArray, JaxArray] {
  const m = a.shape[0]!;
  const size = m % 4 === 0 ? 4 : m % 5 === 0 ? 5 : m;
  const groups = m / size;
  const A = a.reshape([groups, size]);
  const B = b.reshape([groups, size]);
  let p = A.ref.slice([], [0, 1]);
  let q = B.ref.slice([], [0, 1]);
  const as = [p.ref];
  const bs = [q.ref];
  for (let j = 1; j < size; j++) {
    const x = A.ref.slice([], [j, j + 1]);
    q = x.ref.mul(q).add(B.ref.slice([], [j, j + 1]));
    p = x.mul(p);
    as.push(p.ref);
    bs.push(q.ref);
  }
  const [P, Q] = [np.concatenate(as, 1), np.concatenate(bs, 1)];
  if (groups === 1) return [P.reshape([m]), Q.reshape([m])];
  const [c, d] = jaxScan(p.reshape([groups]), q.reshape([groups]));
  const before = (first: JaxArray, rest: JaxArray) =>
    np.concatenate([first, rest.slice([0, groups - 1])], 0).reshape([groups, 1]);
  const C = before(np.ones([1]), c);
  const D = before(np.zeros([1]), d);
  return [P.ref.mul(C).reshape([m]), P.mul(D).add(Q).reshape([m])];
}

{
  await init("wasm");
  defaultDevice("wasm");
  const a = fill(n, () => 0.5 + 0.5 * uniform());
  const b = fill(n, normal);
  const [ja, jb] = [np.array(Float32Array.from(a)), np.array(Float32Array.from(b))];
  const compiled = jit(jaxScan);
  const jax = () => {
    const [p, q] = compiled(ja.ref, jb.ref) as [JaxArray, JaxArray];
    p.dispose();
    return q.dataSync();
  };
  check("jax-js", jax(), scanPairs(a, b).b);
  compare("pair scan, 1,000,000 pairs", {
    ours: () => scanPairs(a, b, { into }),
    peer: jax,
    peerName: "@jax-js/jax (wasm, float32)",
    aim: 10,
  });
  measure("  the same into arrays of its own", () => scanPairs(a, b), {
    of: (seconds) => n / seconds / 1e6,
    unit: "M pairs/s",
    aim: 0,
  });
}

{
  // tfjs has cumulative sums and products only. Its one cheap way, h = P · cumsum(b / P) with P = cumprod(a), is wrong
  // as soon as P underflows; here a stays so close to 1 that it works. (By array operations as above: over 2 s.)
  await tf.setBackend("cpu");
  const a = fill(n, () => 1 - 2e-5 * uniform());
  const b = fill(n, normal);
  const [ta, tb] = [tf.tensor1d(Float32Array.from(a)), tf.tensor1d(Float32Array.from(b))];
  const peer = () => {
    const h = tf.tidy(() => {
      const P = tf.cumprod(ta);
      return tf.mul(P, tf.cumsum(tf.div(tb, P)));
    });
    const values = h.dataSync(); // outside: tidy searches what it returns for tensors, number by number
    h.dispose();
    return values;
  };
  check("tfjs", peer(), scanPairs(a, b).b, 1e-3);
  compare("pair scan, 1,000,000 pairs", {
    ours: () => scanPairs(a, b, { into }),
    peer,
    peerName: "tfjs (cpu, float32, cumsum and division)",
    aim: 30,
  });
}

{
  const [L, channels, states] = [4096, 64, 16];
  const input = {
    L,
    channels,
    states,
    u: fill(L * channels, normal),
    delta: fill(L * channels, () => 0.001 + 0.1 * uniform()),
    A: fill(channels * states, (i) => -1 - (i % states)),
    B: fill(L * states, normal),
    C: fill(L * states, normal),
    D: fill(channels, () => 1),
  };
  const updates = (aim: number) => ({
    of: (seconds: number) => (L * channels * states) / seconds / 1e6,
    unit: "M state updates/s",
    aim,
  });
  const name = "selective scan L = 4,096, D = 64, N = 16";
  measure(name, () => selectiveScan(input), updates(150));
  measure(`${name}, exact ZOH`, () => selectiveScan(input, { rule: "zoh" }), updates(0));
  measure(`${name}, chunks of 256`, () => selectiveScanChunked(input, { chunk: 256 }), updates(0));
  const dy = fill(L * channels, normal);
  measure(`${name}, backward`, () => selectiveScanBackward(input, dy), updates(0));
}

/** A peer that computes something else would make a fine ratio: throws unless it is right to single precision. */
function check(name: string, got: ArrayLike<number>, want: Float64Array, tolerance = 1e-5): void {
  const scale = want.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const error = want.reduce((most, x, i) => Math.max(most, Math.abs(x - got[i]!)), 0) / scale;
  if (!(error < tolerance)) throw new Error(`${name} is off by ${error} of the largest state`);
}
