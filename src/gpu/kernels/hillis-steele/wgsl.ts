import { combine, flatMain } from "../../pairs.ts";

/** One level of Hillis & Steele: every element is joined with the one `gap` before it. */
export const levelCode = `// One level: every pair is joined with the one a gap before it
struct Job { elements: u32, gap: u32 } // n × series; gap × series
@group(0) @binding(0) var<uniform> job: Job;
@group(0) @binding(1) var<storage, read> a: array<f32>;
@group(0) @binding(2) var<storage, read> b: array<f32>;
@group(0) @binding(3) var<storage, read_write> nextA: array<f32>;
@group(0) @binding(4) var<storage, read_write> nextB: array<f32>;
${combine}

${flatMain}
  if (i >= job.elements) { return; }
  var pair = Pair(a[i], b[i]);
  if (i >= job.gap) {
    let before = i - job.gap;
    pair = combine(Pair(a[before], b[before]), pair);
  }
  nextA[i] = pair.a;
  nextB[i] = pair.b;
}
`;
