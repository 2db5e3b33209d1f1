import { flatMain } from "../../pairs.ts";

const job = `struct Job { tokens: u32, channels: u32, states: u32 } // of all sequences
@group(0) @binding(0) var<uniform> job: Job;`;

/** Writes every pair (e^{ΔA}, ΔBu): N times the numbers of u. */
export const expandCode = `// Every pair (e^ΔA, ΔBu), written out
${job}
@group(0) @binding(1) var<storage, read> u: array<f32>;       // tokens × channels
@group(0) @binding(2) var<storage, read> delta: array<f32>;   // tokens × channels
@group(0) @binding(3) var<storage, read> channel: array<f32>; // (N rows of A·log2 e, D, bias) × channels
@group(0) @binding(4) var<storage, read> B: array<f32>;       // tokens × N
@group(0) @binding(5) var<storage, read_write> a: array<f32>; // tokens × N × channels
@group(0) @binding(6) var<storage, read_write> b: array<f32>;

${flatMain}
  let width = job.states * job.channels;
  if (i >= job.tokens * width) { return; }
  let token = i / width;
  let s = i % width;
  let j = token * job.channels + s % job.channels;
  a[i] = exp2(delta[j] * channel[s]);
  b[i] = delta[j] * B[token * job.states + s / job.channels] * u[j];
}
`;

/** y = C h + D u from the states that the scan left. */
export const contractCode = `// y = C h + D u
${job}
@group(0) @binding(1) var<storage, read> u: array<f32>;
@group(0) @binding(2) var<storage, read> channel: array<f32>;
@group(0) @binding(3) var<storage, read> C: array<f32>;       // tokens × N
@group(0) @binding(4) var<storage, read> h: array<f32>;       // tokens × N × channels
@group(0) @binding(5) var<storage, read_write> y: array<f32>; // tokens × channels

${flatMain}
  if (i >= job.tokens * job.channels) { return; }
  let token = i / job.channels;
  let d = i % job.channels;
  var out = channel[job.states * job.channels + d] * u[i];
  for (var n = 0u; n < job.states; n++) {
    out += C[token * job.states + n] * h[(token * job.states + n) * job.channels + d];
  }
  y[i] = out;
}
`;
