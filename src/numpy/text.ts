import type { Rows } from "../kit/params/matrix.ts";

/** Pieces of NumPy source with the present values filled in, for the "copy as NumPy" of every figure. */

export const pyNumber = (x: number) =>
  Number.isNaN(x) ? "np.nan" : Object.is(x, -0) ? "0" : String(x);

export const pyMatrix = (m: Rows) =>
  `np.array([${m.map((row) => `[${row.map(pyNumber).join(", ")}]`).join(", ")}])`;

/** Numbers as an array, twelve to a line. */
export function pyVector(u: Float64Array): string {
  const rows: string[] = [];
  for (let i = 0; i < u.length; i += 12)
    rows.push(
      "    " + Array.from(u.subarray(i, i + 12), (x) => pyNumber(+x.toPrecision(12))).join(", "),
    );
  return `np.array([\n${rows.join(",\n")},\n])`;
}
