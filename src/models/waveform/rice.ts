/** Samples over which the size of what comes is followed, as a power of two. */
const MEMORY = 5;
/** What is expected before anything came: sizes of about 64. */
const FIRST = 64 << MEMORY;
/** From so many ones on, a number is written out: its bits stand for all that 16-bit samples can differ by, and the sign. */
const LONGEST = 24;
const WRITTEN = 17;

/** 0, −1, 1, −2 … as 0, 1, 2, 3 … */
const folded = (e: number) => (e < 0 ? -2 * e - 1 : 2 * e);
const unfolded = (u: number) => (u % 2 === 1 ? -(u + 1) / 2 : u / 2);

// #region rice
/** How many low bits are sent as they are: as many as a number of the mean size of late has. */
const lowBits = (sum: number) => Math.max(0, 31 - Math.clz32(sum >> MEMORY));
const follow = (sum: number, u: number) => sum - (sum >> MEMORY) + u;

/** Bits of u with k low ones: a stroke for each 2^k in it, one to end, and the rest as it is. */
const cost = (u: number, k: number) => (u >> k < LONGEST ? (u >> k) + 1 + k : LONGEST + WRITTEN);
// #endregion

/** Bits that each of some whole numbers takes, from −2^16 to 2^16. */
export function riceBits(e: Int32Array): Uint8Array {
  const bits = new Uint8Array(e.length);
  let sum = FIRST;
  for (let t = 0; t < e.length; t++) {
    const u = folded(e[t]!);
    bits[t] = cost(u, lowBits(sum));
    sum = follow(sum, u);
  }
  return bits;
}

/** Writes bits, and whole numbers by an adaptive Rice code (Rice and Plaunt 1971), which learns their size as it goes. */
export interface BitWriter {
  /** The lowest `width` bits of a number from 0 on. */
  put(value: number, width: number): void;
  number(e: number): void;
  /** How many bits so far, and all of them, the last byte filled up with zeros. */
  length(): number;
  bytes(): Uint8Array;
}

/** An empty one. */
export function bitWriter(): BitWriter {
  const out: number[] = [];
  let [length, sum] = [0, FIRST];
  const put = (value: number, width: number) => {
    for (let k = width - 1; k >= 0; k--, length++) {
      if (length % 8 === 0) out.push(0);
      if ((value >> k) & 1) out[out.length - 1]! |= 128 >> (length % 8);
    }
  };
  return {
    put,
    number(e) {
      const u = folded(e);
      const k = lowBits(sum);
      const many = Math.min(LONGEST, u >> k);
      put(2 ** many - 1, many);
      if (many === LONGEST) put(u, WRITTEN);
      else put(u & ((1 << k) - 1), k + 1); // its first bit is the zero that ends the strokes
      sum = follow(sum, u);
    },
    length: () => length,
    bytes: () => Uint8Array.from(out),
  };
}

/** Reads what `bitWriter` wrote, in the same order. Throws a RangeError where the bytes end too soon. */
export function bitReader(bytes: Uint8Array): { take(width: number): number; number(): number } {
  let [at, sum] = [0, FIRST];
  const bit = () => {
    const byte = bytes[at >> 3];
    if (byte === undefined) throw new RangeError("bitReader: the bytes end too soon");
    return (byte >> (7 - (at++ % 8))) & 1;
  };
  const take = (width: number) => {
    let value = 0;
    for (let k = 0; k < width; k++) value = 2 * value + bit();
    return value;
  };
  return {
    take,
    number() {
      const k = lowBits(sum);
      let many = 0;
      while (many < LONGEST && bit() === 1) many++;
      const u = many === LONGEST ? take(WRITTEN) : (many << k) + take(k);
      sum = follow(sum, u);
      return unfolded(u);
    },
  };
}
