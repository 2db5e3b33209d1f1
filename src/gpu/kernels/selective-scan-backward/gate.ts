import { flatMain } from "../../pairs.ts";

const tensors = `struct Job { floats: u32, core: u32 } // of each tensor; where C h + D u begins
@group(0) @binding(0) var<uniform> job: Job;
@group(0) @binding(1) var<storage, read> dy: array<f32>;
@group(0) @binding(2) var<storage, read> z: array<f32>;`;

/** σ(x), without overflow. */
export const sigmoid = `
fn sigmoid(x: f32) -> f32 {
  let e = exp(-abs(x));
  return select(e, 1.0, x >= 0.0) / (1.0 + e);
}`;

/** B0: through the gate, ∂loss/∂(C h + D u) = ∂loss/∂y · SiLU(z). */
export const gateCode = `// B0: through the gate
${tensors}
@group(0) @binding(3) var<storage, read_write> slope: array<f32>;
${sigmoid}

${flatMain}
  if (i < job.floats) { slope[i] = dy[i] * z[i] * sigmoid(z[i]); }
}
`;

/** B4: the gate's own gradient, ∂loss/∂z = ∂loss/∂y · (C h + D u) · SiLU′(z). */
export const gateSlopeCode = `// B4: the gate's own gradient
${tensors}
@group(0) @binding(3) var<storage, read> out: array<f32>;
@group(0) @binding(4) var<storage, read_write> dz: array<f32>;
${sigmoid}

${flatMain}
  if (i >= job.floats) { return; }
  let s = sigmoid(z[i]);
  dz[i] = dy[i] * out[job.core + i] * s * (1.0 + z[i] * (1.0 - s));
}
`;
