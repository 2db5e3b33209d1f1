import { HOP, hopsOf } from "./foretold.ts";

/** What goes on in a hop: hardly anything, a sound that hisses, or one of the voice. */
export type Kind = "still" | "hissing" | "voiced";

/** Mean size of 16-bit samples below which a hop is still; turns of sign a sample from which it hisses. */
const [STILL, TURNS] = [100, 0.3];

function kindOf(x: Int32Array, hop: number): Kind {
  const part = x.subarray(hop * HOP, (hop + 1) * HOP);
  const power = part.reduce((sum, s) => sum + s * s, 0) / part.length;
  if (Math.sqrt(power) < STILL) return "still";
  let turns = 0;
  for (let t = 1; t < part.length; t++) if (part[t]! < 0 !== part[t - 1]! < 0) turns++;
  return turns / part.length > TURNS ? "hissing" : "voiced";
}

/** The mean of what there is for each hop, over the hops of each kind. */
export function meansByKind(x: Int32Array, each: ArrayLike<number>): Record<Kind, number> {
  const sums = { still: [0, 0], hissing: [0, 0], voiced: [0, 0] };
  for (let hop = 0; hop < hopsOf(x.length); hop++) {
    const sum = sums[kindOf(x, hop)];
    sum[0]! += each[hop]!;
    sum[1]!++;
  }
  const mean = (kind: Kind) => +(sums[kind][0]! / sums[kind][1]!).toPrecision(3);
  return { still: mean("still"), hissing: mean("hissing"), voiced: mean("voiced") };
}
