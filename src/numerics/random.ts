import { count, fail } from "./check.ts";
import { log } from "./portable.ts";

/** A seeded stream of random numbers; the same seed gives the same stream on every machine. */
export interface Generator {
  /** The next number of a uniform distribution on [0, 1), with 53 random bits. */
  uniform(): number;
  /** The next number of a standard normal distribution. */
  normal(): number;
}

/** A generator from a whole number (the seed that stands in the address of a figure). Throws on any other seed. */
export function generator(seed: number): Generator {
  if (!Number.isSafeInteger(seed)) fail("seed", "a whole number", seed);
  const next = xoshiro128(splitmix(BigInt.asUintN(64, BigInt(seed))));
  const uniform = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) * 2 ** -53;
  let spare: number | undefined;

  /** Marsaglia's polar method: a point of the unit disc gives two normals. */
  function normal(): number {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const s = x * x + y * y;
      if (s >= 1 || s === 0) continue;
      const radius = Math.sqrt((-2 * log(s)) / s);
      spare = y * radius;
      return x * radius;
    }
  }
  return { uniform, normal };
}

/** The first `n` standard normals of a seed. */
export function normals(seed: number, n: number): Float64Array {
  const { normal } = generator(seed);
  const out = new Float64Array(count("n", n));
  for (let i = 0; i < n; i++) out[i] = normal();
  return out;
}

/**
 * xoshiro128** 1.1 (Blackman & Vigna, "Scrambled linear pseudorandom number generators", 2021): 32 random bits a
 * call from four words of state, not all zero.
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  if ((a | b | c | d) === 0) fail("state", "four words, not all zero", "zeros");
  return () => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

/** Four words of state from one seed by SplitMix64, as the authors of xoshiro advise. */
function splitmix(seed: bigint): [number, number, number, number] {
  const word = (step: bigint) => {
    let z = BigInt.asUintN(64, seed + step * 0x9e3779b97f4a7c15n);
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  };
  const [first, second] = [word(1n), word(2n)];
  return [
    Number(first & 0xffffffffn),
    Number(first >> 32n),
    Number(second & 0xffffffffn),
    Number(second >> 32n),
  ];
}
