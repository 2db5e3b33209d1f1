import { flat, flatMain } from "../../pairs.ts";
import type { Step, Work } from "../../work.ts";

/** Sums of rows: each thread adds up some rows of one column, in four running sums that meet at the end. */
export const foldCode = `// Sums of rows
struct Job { begin: u32, rows: u32, width: u32, each: u32 } // first float; rows and columns; rows of one thread
@group(0) @binding(0) var<uniform> job: Job;
@group(0) @binding(1) var<storage, read> rows: array<f32>;
@group(0) @binding(2) var<storage, read_write> sums: array<f32>;

${flatMain}
  let first = i / job.width * job.each;
  if (first >= job.rows) { return; }
  let last = min(first + job.each, job.rows);
  let at = job.begin + i % job.width;
  var sum = vec4f();
  var k = first;
  for (; k + 4u <= last; k += 4u) {
    let j = at + k * job.width;
    sum += vec4f(rows[j], rows[j + job.width], rows[j + 2u * job.width], rows[j + 3u * job.width]);
  }
  for (; k < last; k++) { sum.x += rows[at + k * job.width]; }
  sums[i] = (sum.x + sum.y) + (sum.z + sum.w);
}
`;

/** Rows above which they are added up in two rounds. */
const ALONE = 64;

/** Rows that the first of two rounds leaves. */
export const folded = (rows: number) => (rows <= ALONE ? 0 : Math.ceil(rows / each(rows)));
const each = (rows: number) => Math.ceil(Math.sqrt(rows));

/** Adds up rows of `width` floats, which begin at float `begin` of `from`, into `to`; `between` holds `folded(rows)` rows. */
export async function fold(
  work: Work,
  from: { readonly buffer: GPUBuffer; readonly begin: number },
  rows: number,
  width: number,
  to: GPUBuffer,
  between: GPUBuffer | undefined,
): Promise<Step[]> {
  const round = (buffer: GPUBuffer, begin: number, n: number, per: number, into: GPUBuffer) =>
    work.dispatch(
      foldCode,
      [work.uniform([begin, n, width, per]), buffer, into],
      flat(Math.ceil(n / per) * width),
    );
  if (!between) return [await round(from.buffer, from.begin, rows, rows, to)];
  const left = folded(rows);
  return [
    await round(from.buffer, from.begin, rows, each(rows), between),
    await round(between, 0, left, left, to),
  ];
}
