import { count, fail } from "./check.ts";

/** A real matrix, row-major: entry (i, j) is `data[i * cols + j]`. */
export interface Matrix {
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

/** The rows × cols matrix of zeros. Throws unless both are whole and at least 1. */
export function zeros(rows: number, cols: number): Matrix {
  count("rows", rows);
  count("cols", cols);
  return { rows, cols, data: new Float64Array(rows * cols) };
}

/** The n × n identity. */
export function identity(n: number): Matrix {
  const I = zeros(n, n);
  for (let i = 0; i < n; i++) I.data[i * n + i] = 1;
  return I;
}

/** A matrix from nested rows of equal, non-zero length; throws on ragged, empty or non-finite input. */
export function fromRows(rows: number[][]): Matrix {
  if (!(Array.isArray(rows) && rows.length > 0)) fail("rows", "a non-empty array of rows", rows);
  const cols = rows[0]!.length;
  const m = zeros(rows.length, cols);
  rows.forEach((row, i) => {
    if (row.length !== cols) fail(`rows[${i}]`, `of length ${cols}`, `length ${row.length}`);
    row.forEach((x, j) => {
      m.data[i * cols + j] = Number.isFinite(x)
        ? x
        : fail(`rows[${i}][${j}]`, "a finite number", x);
    });
  });
  return m;
}

/** The rows of `m` as nested arrays. */
export function toRows(m: Matrix): number[][] {
  return Array.from({ length: m.rows }, (_, i) => [
    ...m.data.subarray(i * m.cols, (i + 1) * m.cols),
  ]);
}

/** Throws unless `m` is a matrix of finite entries, of the given shape where one is given. */
export function checkMatrix(name: string, m: Matrix, rows?: number, cols?: number): Matrix {
  if (!m || !(m.data instanceof Float64Array)) fail(name, "a Matrix { rows, cols, data }", m);
  if ((rows ?? m.rows) !== m.rows || (cols ?? m.cols) !== m.cols)
    fail(name, `${rows ?? "any"}×${cols ?? "any"}`, `${m.rows}×${m.cols}`);
  count(`${name}.rows`, m.rows);
  count(`${name}.cols`, m.cols);
  if (m.data.length !== m.rows * m.cols)
    fail(`${name}.data`, `of length ${m.rows * m.cols}`, `length ${m.data.length}`);
  for (let i = 0; i < m.data.length; i++)
    if (!Number.isFinite(m.data[i]!)) fail(`${name}.data[${i}]`, "a finite number", m.data[i]);
  return m;
}

/** Throws unless `m` is square (n × n where n is given) with finite entries; returns n. */
export function checkSquare(name: string, m: Matrix, n?: number): number {
  checkMatrix(name, m, n, n);
  if (m.rows !== m.cols) fail(name, "square", `${m.rows}×${m.cols}`);
  return m.rows;
}
