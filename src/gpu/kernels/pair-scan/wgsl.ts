import { combine, flatMain } from "../../pairs.ts";

const job = `struct Job {
  n: u32, series: u32, chunk: u32, chunks: u32,
  begin: u32, end: u32, // which part of each chunk
}
@group(0) @binding(0) var<uniform> job: Job;`;

/** K1: one thread for each chunk of each series joins its pairs to one. */
export const reduceCode = `// K1: every chunk to one pair
${job}
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read_write> carryA: array<f32>; // chunks × series
@group(0) @binding(4) var<storage, read_write> carryB: array<f32>;
${combine}

${flatMain}
  if (i >= (job.chunks - 1u) * job.series) { return; }
  let first = i / job.series * job.chunk;
  var total = Pair(1.0, 0.0);
  if (job.begin > 0u) { total = Pair(carryA[i], carryB[i]); }
  for (var t = first + job.begin; t < first + min(job.end, job.chunk); t++) {
    let j = t * job.series + i % job.series;
    total = combine(total, Pair(a[j], b[j]));
  }
  carryA[i] = total.a;
  carryB[i] = total.b;
}
`;

/** K3: one thread for each chunk of each series, again from what the chunks before it amount to. */
export const outputCode = `// K3: every chunk again, from its carry
${job}
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read> carryA: array<f32>; // chunks × series
@group(0) @binding(4) var<storage, read> carryB: array<f32>;
@group(0) @binding(5) var<storage, read_write> outA: array<f32>;
@group(0) @binding(6) var<storage, read_write> outB: array<f32>;
${combine}

${flatMain}
  if (i >= job.chunks * job.series) { return; }
  let s = i % job.series;
  let start = i / job.series * job.chunk + job.begin;
  let stop = min(i / job.series * job.chunk + min(job.end, job.chunk), job.n);
  var prefix = Pair(1.0, 0.0);
  if (job.begin > 0u) {
    let j = (start - 1u) * job.series + s; // where the piece before this one stopped
    prefix = Pair(outA[j], outB[j]);
  } else if (i >= job.series) {
    prefix = Pair(carryA[i - job.series], carryB[i - job.series]);
  }
  for (var t = start; t < stop; t++) {
    let j = t * job.series + s;
    prefix = combine(prefix, Pair(a[j], b[j]));
    outA[j] = prefix.a;
    outB[j] = prefix.b;
  }
}
`;

/** Threads of a workgroup of K2. */
const THREADS = 256;

/** How K2's threads are shared between series and segments of chunks. */
export function carrySides(series: number): { readonly side: number; readonly segments: number } {
  let side = 1;
  while (side < series && side < 16) side *= 2;
  return { side, segments: THREADS / side };
}

/** K2: the carries one after the other, in place; each series cut into segments that walk at once, twice. */
export function carryCode(series: number): string {
  const { side, segments } = carrySides(series);
  return `// K2: from chunk to chunk
${job}
@group(0) @binding(1) var<storage, read_write> carryA: array<f32>; // chunks × series
@group(0) @binding(2) var<storage, read_write> carryB: array<f32>;
${combine}
var<workgroup> totals: array<Pair, ${THREADS}>;

@compute @workgroup_size(${THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let s = min(group.x * ${side}u + lane % ${side}u, job.series - 1u);
  let segment = lane / ${side}u;
  let length = (job.chunks - 1u + ${segments - 1}u) / ${segments}u;
  let first = min(segment * length, job.chunks - 1u);
  let last = min(first + length, job.chunks - 1u);
  var total = Pair(1.0, 0.0);
  for (var k = first; k < last; k++) {
    let j = k * job.series + s;
    total = combine(total, Pair(carryA[j], carryB[j]));
  }
  totals[lane] = total;
  workgroupBarrier();
  if (group.x * ${side}u + lane % ${side}u >= job.series) { return; }
  var prefix = Pair(1.0, 0.0);
  for (var i = 0u; i < segment; i++) { prefix = combine(prefix, totals[i * ${side}u + lane % ${side}u]); }
  for (var k = first; k < last; k++) {
    let j = k * job.series + s;
    prefix = combine(prefix, Pair(carryA[j], carryB[j]));
    carryA[j] = prefix.a;
    carryB[j] = prefix.b;
  }
}
`;
}
