import type { Rows } from "../../kit/params/matrix.ts";
import { MOST_STATES } from "./poleText.ts";
import { FAR } from "./systemParam.ts";

/**
 * A block of numbers as it was copied from a table, from NumPy, MATLAB or a sentence; undefined where it is one number or none,
 * or its rows differ in length.
 */
export function blockOf(text: string): Rows | undefined {
  const plain = text
    .slice(0, 5000)
    .replaceAll("−", "-")
    .replaceAll(/[\])}]\s*,?\s*[[({]/g, ";")
    .replace(/^\s*\w+\s*=/, "")
    .replaceAll(/[a-z_][\w.]*\s*(?=[([])|[[\](){}]/gi, " ");
  // Between tabs a comma is a decimal one.
  const cells = plain.includes("\t") ? /\t/ : /[\s,]+/;
  const rows = plain
    .split(/[;\r\n]+/)
    .map((row) => row.trim().replace(/,$/, ""))
    .filter((row) => row !== "")
    .map((row) => row.split(cells).map((x) => (x === "" ? NaN : +x.replace(",", "."))));
  const wide = rows[0]?.length ?? 0;
  const whole = rows.every((row) => row.length === wide && row.every((x) => Math.abs(x) <= FAR));
  return whole && wide * rows.length > 1 ? rows : undefined;
}

/**
 * A system with a block laid into it from row i and column j on; a square one that is larger than the system takes its place, from
 * any entry. Undefined where it does not fit.
 */
export function laidInto(m: Rows, block: Rows, i: number, j: number): Rows | undefined {
  const [tall, wide] = [block.length, block[0]!.length];
  if (tall === wide && tall >= m.length) return tall <= MOST_STATES + 1 ? block : undefined;
  if (i + tall > m.length || j + wide > m.length) return undefined;
  return m.map((row, r) => row.map((x, c) => block[r - i]?.[c - j] ?? x));
}
