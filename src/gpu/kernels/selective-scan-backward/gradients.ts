import { indent, range, type, vector } from "../selective-scan/words.ts";
import { softplus } from "../selective-scan/wgsl.ts";
import { sigmoid } from "./gate.ts";
import type { Layout } from "./layout.ts";

/** Words of the shader that follow from the layout. */
interface Plan extends Layout {
  readonly threads: number;
  /** Sums of one token over the channels of a workgroup: dB and dC. */
  readonly sums: number;
  /** What the threads of a channel share at a token: for du, for dΔ, for C h where there is a gate. */
  readonly shared: number;
  readonly V: string;
}

/**
 * B3: every chunk backwards, a stretch of tokens at a time: its states again from what enters it, kept in registers, then
 * g_t = ȳ_t C_t + a_{t+1} g_{t+1} and all gradients. Every thread has one vector of states of a channel; dB and dC are summed
 * over the workgroup's channels in its memory.
 */
export function gradientCode(layout: Layout): string {
  const plan: Plan = {
    ...layout,
    threads: layout.lanes * layout.split,
    sums: 2 * layout.states,
    shared: layout.gated ? 3 : 2,
    V: type(layout.width),
  };
  const { stretch, round } = plan;
  const rounds = range(Math.ceil(stretch / round)).map((k) =>
    range(Math.min(round, stretch - k * round)).map((slot) => stretch - 1 - k * round - slot),
  );
  return `// B3: every chunk backwards: the states of ${stretch} tokens again, then their gradients
${declarations(plan)}
${sumsCode(plan)}

@compute @workgroup_size(${plan.threads})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
${indent(start(plan), 2)}
  for (var q = (stop - head + ${stretch - 1}u) / ${stretch}u; q > 0u; q--) {
    let s = head + (q - 1u) * ${stretch}u;
${indent(forward(plan), 4)}
${indent(rounds.map((tokens) => backward(plan, tokens)).join("\n"), 4)}
  }
${indent(end(plan), 2)}
}
`;
}

function declarations({ V, stretch, split, round, lanes, sums, parts, ...plan }: Plan): string {
  return `struct Job {
  tokens: u32, channels: u32, chunk: u32, chunks: u32, // of the buffers; tokens a chunk; chunks
  origin: u32, row: u32, batch: u32, far: u32,         // first chunk, counted from the last; its row of state; batch; where
  rest: u32,                                           // C begins, in vectors; where the rows of dA, dD, dbias begin
}
@group(0) @binding(0) var<uniform> job: Job;
@group(0) @binding(1) var<storage, read> u: array<f32>;       // batch × tokens × channels
@group(0) @binding(2) var<storage, read> delta: array<f32>;   // batch × tokens × channels
@group(0) @binding(3) var<storage, read> slope: array<f32>;   // batch × tokens × channels: ∂loss/∂(C h + D u)
@group(0) @binding(4) var<storage, read> channel: array<f32>; // (N rows of A·log2 e, D, bias) × channels
@group(0) @binding(5) var<storage, read> BC: array<${V}>;      // B, then C: batch × tokens × N each
@group(0) @binding(6) var<storage, read> state: array<f32>;   // what enters stretches, and chunks from behind: rows × batch × N × channels
@group(0) @binding(7) var<storage, read_write> out: array<f32>;   // du, dΔ${plan.gated ? ", C h + D u" : ""}: batch × tokens × channels each
@group(0) @binding(8) var<storage, read_write> parts: array<f32>; // workgroups across × batch × tokens × 2N, then rows × (N + 2) × channels
var<workgroup> near: array<${V}, ${stretch * 2 * split}>;
var<workgroup> exchange: array<f32, ${round * lanes * (sums + 1)}>; // a float more for each channel: its threads then use other banks
var<workgroup> shares: array<f32, ${round * plan.shared * plan.threads}>;
var<workgroup> some: array<f32, ${round * sums * parts}>;
${plan.softplus ? softplus("f32") + sigmoid : ""}`;
}

/** Which tokens, channels, states; A and what enters the chunk from behind into registers. */
function start({ V, lanes, split, states, width, softplus }: Plan): string {
  const of = (array: string, row: string) =>
    vector(range(width).map((j) => `${array}[(${row} + ${j}u) * channels + d]`));
  return `let channels = job.channels;
let head = (job.chunks - 1u - job.origin - group.y) * job.chunk;
let stop = min(head + job.chunk, job.tokens);
let base = group.z * job.tokens;
let size = job.batch * job.tokens * channels;
let share = lane / ${lanes}u; // which states of its channel
let column = lane % ${lanes}u;
let live = group.x * ${lanes}u + column < channels;
let d = min(group.x * ${lanes}u + column, channels - 1u);
let first = share * ${width}u;
let a = ${of("channel", "first")};
let skip = channel[${states}u * channels + d];
${softplus ? `let bias = channel[${states + 1}u * channels + d];\n` : ""}let enters = ((job.row + group.y) * job.batch + group.z) * ${states}u + first;
var g = ${of("state", "enters")};
var dA = ${V}(); var dD = 0.0; var dBias = 0.0;
// a stretch of B and C is ${split} + ${split} vectors a token`;
}

/** B and C of a stretch brought near; then its states: h0 enters, h1 … are before the later tokens. */
function forward({ stretch, split, threads, states, width, softplus }: Plan): string {
  const enters = vector(range(width).map((j) => `state[(row + ${j}u) * channels + d]`));
  const token = (r: number) => {
    const step = softplus ? `softplus(delta[i${r}] + bias)` : `delta[i${r}]`;
    const next = `let h${r + 1} = exp2(delta${r} * a) * h${r} + delta${r} * u${r} * near[${r * 2 * split}u + share];`;
    return `let in${r} = s + ${r}u < stop;
let i${r} = (base + min(s + ${r}u, stop - 1u)) * channels + d;
let delta${r} = select(0.0, ${step}, in${r});
let u${r} = select(0.0, u[i${r}], in${r} && live);${r + 1 < stretch ? `\n${next}` : ""}`;
  };
  return `workgroupBarrier();
for (var j = lane; j < ${stretch * 2 * split}u; j += ${threads}u) {
  let k = j % ${2 * split}u;
  let begin = (base + s + j / ${2 * split}u) * ${split}u;
  near[j] = BC[select(begin + k, job.far + begin + k - ${split}u, k >= ${split}u)];
}
workgroupBarrier();
let row = (s / ${stretch}u * job.batch + group.z) * ${states}u + first;
let h0 = ${enters};
${range(stretch).map(token).join("\n")}`;
}

/** Some tokens backwards, the later first; then what they have in common with other threads. */
function backward(plan: Plan, tokens: readonly number[]): string {
  return `${tokens.map((r, slot) => token(plan, r, slot)).join("\n")}
workgroupBarrier();
sumChannels(${tokens.length}u, lane);
${tokens.map((r, slot) => finish(plan, r, slot)).join("\n")}
workgroupBarrier();
storeSums(${tokens.length}u, lane, s + ${tokens[0]!}u, stop, group);`;
}

/** The sums of some tokens over the workgroup's channels, in two steps with a barrier between them; over the threads of a channel. */
function sumsCode({ lanes, split, sums, parts, threads }: Plan): string {
  const each = lanes / parts;
  return `fn sumChannels(tokens: u32, lane: u32) {
  for (var j = lane; j < tokens * ${sums * parts}u; j += ${threads}u) {
    let at = j / ${sums}u * ${each * (sums + 1)}u + j % ${sums}u;
    var sum = 0.0;
    for (var k = 0u; k < ${each}u; k++) { sum += exchange[at + k * ${sums + 1}u]; }
    some[j] = sum;
  }
}
fn storeSums(tokens: u32, lane: u32, last: u32, stop: u32, group: vec3u) {
  for (var j = lane; j < tokens * ${sums}u; j += ${threads}u) {
    let at = j / ${sums}u * ${parts * sums}u + j % ${sums}u;
    let t = last - j / ${sums}u;
    if (t >= stop) { continue; }
    var sum = 0.0;
    for (var k = 0u; k < ${parts}u; k++) { sum += some[at + k * ${sums}u]; }
    parts[((group.x * job.batch + group.z) * job.tokens + t) * ${sums}u + j % ${sums}u] = sum;
  }
}
fn ofChannel(at: u32) -> f32 {
  var sum = 0.0;
  for (var k = 0u; k < ${split}u; k++) { sum += shares[at + k * ${lanes}u]; }
  return sum;
}`;
}

function token(plan: Plan, r: number, slot: number): string {
  const { width, lanes, split, states, sums, shared, threads, gated } = plan;
  const dot = (x: string, y: string) => (width === 1 ? `${x} * ${y}` : `dot(${x}, ${y})`);
  const put = (name: string, from: number) =>
    range(width).map(
      (j) => `exchange[to + ${from + j}u] = ${name}${width === 1 ? "" : `.${"xyzw"[j]}`};`,
    );
  const give = (k: number, value: string) =>
    `shares[${(slot * shared + k) * threads}u + lane] = ${value};`;
  return `let slope${r} = select(0.0, slope[i${r}], in${r} && live);
{
  let B = near[${r * 2 * split}u + share]; let C = near[${r * 2 * split + split}u + share];
  let decay = exp2(delta${r} * a);
  let past = decay * h${r};
  let x = delta${r} * u${r};
  g += slope${r} * C;
  dA += delta${r} * g * past;
  let dB = g * x;
  let dC = slope${r} * (past + x * B);
  let to = (${slot * lanes}u + column) * ${sums + 1}u + first;
  ${put("dB", 0).join(" ")}
  ${put("dC", states).join(" ")}
  ${give(0, dot("g", "B"))}
  ${give(1, dot("g", "(a * past)"))}${gated ? `\n  ${give(2, dot("C", "(past + x * B)"))}` : ""}
  g = decay * g;
}`;
}

/** One thread of each channel adds up what its threads share, and stores du and dΔ. */
function finish(plan: Plan, r: number, slot: number): string {
  const { split, shared, threads, softplus, gated } = plan;
  const sum = (k: number) => `ofChannel(${(slot * shared + k) * threads}u + column)`;
  const slope = softplus ? ` * sigmoid(delta[i${r}] + bias)` : "";
  return `if (share == ${slot % split}u && in${r} && live) {
  let gB = ${sum(0)};
  let raw = (${Math.LN2} * ${sum(1)} + u${r} * gB)${slope}; // a is A·log2 e
  dD += slope${r} * u${r};
  dBias += raw;
  out[i${r}] = delta${r} * gB + skip * slope${r};
  out[size + i${r}] = raw;${gated ? `\n  out[2u * size + i${r}] = ${sum(2)} + skip * u${r};` : ""}
}`;
}

/** The chunk's rows of dA, dD and dbias. */
function end({ states, width, threads }: Plan): string {
  const store = range(width).map(
    (j) => `parts[at + (first + ${j}u) * channels] = dA${width === 1 ? "" : `.${"xyzw"[j]}`};`,
  );
  return `workgroupBarrier();
shares[lane] = dD;
shares[${threads}u + lane] = dBias;
workgroupBarrier();
if (!live) { return; }
let at = job.rest + ((job.origin + group.y) * job.batch + group.z) * ${states + 2}u * channels + d;
${store.join("\n")}
if (share == 0u) {
  parts[at + ${states}u * channels] = ofChannel(column);
  parts[at + ${states + 1}u * channels] = ofChannel(${threads}u + column);
}`;
}
