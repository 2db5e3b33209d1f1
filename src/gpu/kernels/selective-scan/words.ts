/** Words that the shaders of this folder are made of. */

export const range = (n: number) => Array.from({ length: n }, (_, i) => i);
export const type = (width: number) => (width === 1 ? "f32" : `vec${width}f`);
/** The j-th number of a vector. */
export const part = (v: string, width: number, j: number) =>
  width === 1 ? v : `${v}.${"xyzw"[j]}`;
export const vector = (parts: readonly string[]) =>
  parts.length === 1 ? parts[0]! : `vec${parts.length}f(${parts.join(", ")})`;
export const indent = (text: string, by: number) =>
  text
    .split("\n")
    .map((line) => (line ? " ".repeat(by) + line : line))
    .join("\n");
