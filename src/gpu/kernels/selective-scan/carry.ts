import { job } from "./wgsl.ts";

/** Threads of a workgroup of K2. */
export const THREADS = 256;

/** Chunks whose reads are under way at once. */
const AT_ONCE = 8;

const range = Array.from({ length: AT_ONCE }, (_, i) => i);

/** Into how many segments of chunks K2 cuts each series: enough threads for a large card, and work for each. */
export function carrySegments(series: number, chunks: number): number {
  let segments = 1;
  while (segments < 64 && segments * series < 131_072 && segments * AT_ONCE < chunks) segments *= 2;
  while (THREADS / segments >= 2 * series && segments < THREADS) segments *= 2;
  return segments;
}

/** Series of a workgroup of K2, side by side. */
export const carrySide = (segments: number): number => THREADS / segments;

/** Ends that a thread of K2 joins one after the other: those of its segment, the segments before it, its own again. */
export function carrySteps(segments: number, chunks: number): number {
  const length = Math.ceil((chunks - 1) / segments);
  return segments > 1 ? length + (segments - 1) + length : length;
}

/** Reads the ends and times of the next chunks; past the segment's last one a time of 0 and an end of 0 change nothing. */
const reads = range
  .map(
    (r) =>
      `    let t${r} = select(0.0, time[(job.row + k + ${r}u) * clocks + clock], k + ${r}u < tail);
    let e${r} = select(0.0, state[(job.row + k + ${r + 1}u) * job.series + s], k + ${r}u < tail);`,
  )
  .join("\n");

const walk = (step: (r: number) => string) => `  for (var k = head; k < tail; k += ${AT_ONCE}u) {
${reads}
${range.map(step).join("\n")}
  }
`;

/** The first walk: what a segment makes of h, and its ΣΔ. */
const total = walk((r) => `    h = exp2(a * t${r}) * h + e${r}; sum += t${r};`);

/** The second walk: the states that enter the chunks, in place. */
const prefixes = walk(
  (r) => `    h = exp2(a * t${r}) * h + e${r};
    if (k + ${r}u < tail) { state[(job.row + k + ${r + 1}u) * job.series + s] = h; }`,
);

/**
 * K2: what enters each chunk. Row k + 1 of `state`, counted from job.row, holds the end of chunk k and becomes the state that enters chunk k + 1. A is
 * diagonal and constant, so a chunk's decay is e^{A ΣΔ}. With several segments of chunks at once they walk twice.
 */
export function carryCode(states: number, segments: number): string {
  const side = carrySide(segments);
  const meet = `  var sum = 0.0;
${total}
  ends[lane] = h;
  sums[lane] = sum;
  workgroupBarrier();
  h = 0.0;
  if (segment == 0u) { h = state[job.entry * job.series + s]; }
  for (var i = 0u; i < segment; i++) {
    let at = i * ${side}u + lane % ${side}u;
    h = exp2(a * sums[at]) * h + ends[at];
  }
`;
  return `// K2: what enters each chunk
${job}
@group(0) @binding(1) var<storage, read> time: array<f32>;       // chunks × batch × channels: ΣΔ
@group(0) @binding(2) var<storage, read> channel: array<f32>;    // (N rows of A·log2 e, D, bias) × channels
@group(0) @binding(3) var<storage, read_write> state: array<f32>; // chunks × batch × N × channels
${segments > 1 ? `var<workgroup> ends: array<f32, ${THREADS}>;\nvar<workgroup> sums: array<f32, ${THREADS}>;\n` : ""}
@compute @workgroup_size(${THREADS})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let wanted = group.x * ${side}u + lane % ${side}u;
  let s = min(wanted, job.series - 1u); // a state of a channel of a sequence
  let segment = lane / ${side}u;
  let a = channel[s % (${states}u * job.channels)];
  let clock = s / (${states}u * job.channels) * job.channels + s % job.channels;
  let clocks = job.batch * job.channels;
  let length = (job.chunks - 1u + ${segments - 1}u) / ${segments}u;
  let head = min(segment * length, job.chunks - 1u);
  let tail = min(head + length, job.chunks - 1u);
  var h = 0.0;
  if (segment == 0u) { h = state[job.entry * job.series + s]; }
${segments > 1 ? meet : ""}
  if (wanted >= job.series) { return; }
${prefixes}}
`;
}
