import { combine, flatMain } from "../../pairs.ts";

const tree = `struct Job { n: u32, series: u32, gap: u32, size: u32 } // gap of this level; n as a power of two
@group(0) @binding(0) var<uniform> job: Job;
@group(0) @binding(1) var<storage, read_write> treeA: array<f32>;
@group(0) @binding(2) var<storage, read_write> treeB: array<f32>;
${combine}
fn at(t: u32, s: u32) -> Pair { let i = t * job.series + s; return Pair(treeA[i], treeB[i]); }
fn put(t: u32, s: u32, pair: Pair) { let i = t * job.series + s; treeA[i] = pair.a; treeB[i] = pair.b; }
`;

/** The leaves: the pairs, and identities up to a power of two. */
export const leavesCode = `// The leaves: the pairs, then identities
${tree}
@group(0) @binding(3) var<storage, read> a: array<f32>;
@group(0) @binding(4) var<storage, read> b: array<f32>;

${flatMain}
  if (i >= job.size * job.series) { return; }
  let inside = i < job.n * job.series;
  treeA[i] = select(1.0, a[i], inside);
  treeB[i] = select(0.0, b[i], inside);
}
`;

/** One level of the way up: each right child takes in its left one. */
export const upCode = `// Up: each right child takes in its left one
${tree}
${flatMain}
  let right = (i / job.series + 1u) * 2u * job.gap - 1u;
  let s = i % job.series;
  if (right >= job.size) { return; }
  put(right, s, combine(at(right - job.gap, s), at(right, s)));
}
`;

/** One level of the way down: the left child gets what comes before its parent, the right one that and the old left. */
export const downCode = `// Down: what comes before the parent comes before its left child; the left one comes before the right
${tree}
${flatMain}
  let right = (i / job.series + 1u) * 2u * job.gap - 1u;
  let s = i % job.series;
  if (right >= job.size) { return; }
  let left = right - job.gap;
  var parent = at(right, s);
  if (2u * job.gap == job.size) { parent = Pair(1.0, 0.0); } // nothing comes before the root
  let old = at(left, s);
  put(left, s, parent);
  put(right, s, combine(parent, old));
}
`;

/** Exclusive to inclusive: each prefix with its own pair. */
export const outputCode = `// Each prefix with its own pair
${tree}
@group(0) @binding(3) var<storage, read> a: array<f32>;
@group(0) @binding(4) var<storage, read> b: array<f32>;
@group(0) @binding(5) var<storage, read_write> outA: array<f32>;
@group(0) @binding(6) var<storage, read_write> outB: array<f32>;

${flatMain}
  if (i >= job.n * job.series) { return; }
  let pair = combine(Pair(treeA[i], treeB[i]), Pair(a[i], b[i]));
  outA[i] = pair.a;
  outB[i] = pair.b;
}
`;
