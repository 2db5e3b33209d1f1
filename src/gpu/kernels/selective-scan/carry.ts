import { job } from "./wgsl.ts";

/** Threads of a workgroup of K2. */
const CARRY = 256;

/** Series that a workgroup of K2 takes side by side; its other threads are segments of chunks. */
export function carrySide(series: number, chunks: number): number {
  const sides = [16, 8, 4, 2, 1];
  const fits = (side: number) => side < 2 * series;
  const spread = (side: number) => side <= 4 || chunks <= 512 || series / side >= 512;
  return sides.find((side) => fits(side) && spread(side)) ?? 1;
}

/** The first walk: what a segment of chunks makes of h, and its ΣΔ. */
const total = `  for (var k = head; k < tail; k += 4u) {
    // Four at once, so that four reads are under way.
    let n = tail - k;
    let t0 = time[k * clocks + clock];
    let t1 = select(0.0, time[(k + 1u) * clocks + clock], n > 1u);
    let t2 = select(0.0, time[(k + 2u) * clocks + clock], n > 2u);
    let t3 = select(0.0, time[(k + 3u) * clocks + clock], n > 3u);
    let e0 = state[(k + 1u) * job.series + s];
    let e1 = select(0.0, state[(k + 2u) * job.series + s], n > 1u);
    let e2 = select(0.0, state[(k + 3u) * job.series + s], n > 2u);
    let e3 = select(0.0, state[(k + 4u) * job.series + s], n > 3u);
    h = exp2(a * t3) * (exp2(a * t2) * (exp2(a * t1) * (exp2(a * t0) * h + e0) + e1) + e2) + e3;
    sum += t0 + t1 + t2 + t3;
  }
`;

/** The second walk: the states that enter the chunks of a segment, in place. */
const prefixes = `  for (var k = head; k < tail; k += 4u) {
    let n = tail - k;
    let t0 = time[k * clocks + clock];
    let t1 = time[(k + 1u) * clocks + clock];
    let t2 = time[(k + 2u) * clocks + clock];
    let t3 = time[(k + 3u) * clocks + clock];
    let r = (k + 1u) * job.series + s;
    let e0 = state[r];
    let e1 = state[r + job.series];
    let e2 = state[r + 2u * job.series];
    let e3 = state[r + 3u * job.series];
    h = exp2(a * t0) * h + e0;
    state[r] = h;
    h = exp2(a * t1) * h + e1;
    if (n > 1u) { state[r + job.series] = h; }
    h = exp2(a * t2) * h + e2;
    if (n > 2u) { state[r + 2u * job.series] = h; }
    h = exp2(a * t3) * h + e3;
    if (n > 3u) { state[r + 3u * job.series] = h; }
  }
`;

/**
 * K2: what enters each chunk. Row k + 1 of \`state\` holds the end of chunk k and becomes the state that enters chunk k + 1. A is
 * diagonal and constant, so a chunk's decay is e^{A ΣΔ}. Many segments of chunks at once, in two walks.
 */
export function carryCode(states: number, series: number): string {
  const segments = CARRY / series;
  return `// K2: what enters each chunk
${job}
@group(0) @binding(1) var<storage, read> time: array<f32>;       // chunks × batch × channels: ΣΔ
@group(0) @binding(2) var<storage, read> channel: array<f32>;    // (N rows of A·log2 e, D, bias) × channels
@group(0) @binding(3) var<storage, read_write> state: array<f32>; // chunks × batch × N × channels
var<workgroup> ends: array<f32, ${series * segments}>;
var<workgroup> sums: array<f32, ${series * segments}>;

@compute @workgroup_size(${series * segments})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let s = min(group.x * ${series}u + lane % ${series}u, job.series - 1u); // one series: a state of a channel of a sequence
  let segment = lane / ${series}u;
  let b = s / (${states}u * job.channels);
  let a = channel[s % (${states}u * job.channels)];
  let clock = b * job.channels + s % job.channels;
  let clocks = job.batch * job.channels;
  let length = (job.chunks - 1u + ${segments - 1}u) / ${segments}u;
  let head = min(segment * length, job.chunks - 1u);
  let tail = min(head + length, job.chunks - 1u);
  var h = 0.0;
  if (segment == 0u) { h = state[job.entry * job.series + s]; }
  var sum = 0.0;
${total}  ends[lane] = h;
  sums[lane] = sum;
  workgroupBarrier();
  if (group.x * ${series}u + lane % ${series}u >= job.series) { return; }
  h = 0.0;
  if (segment == 0u) { h = state[job.entry * job.series + s]; }
  for (var i = 0u; i < segment; i++) {
    let at = i * ${series}u + lane % ${series}u;
    h = exp2(a * sums[at]) * h + ends[at];
  }
${prefixes}}
`;
}
