import { folded } from "../../gpu/kernels/selective-scan-backward/fold.ts";
import { layoutFor } from "../../gpu/kernels/selective-scan-backward/layout.ts";
import { carrySegments } from "../../gpu/kernels/selective-scan/carry.ts";
import { inForce, type Run } from "./compute.ts";
import type { Setting } from "./params.ts";

/** How often the carry walks its chunks. */
const walks = (v: Setting, ends: number) => (carrySegments(v.D * v.N, ends + 1) > 1 ? 2 : 1);

const carry = `def carry(ends, walks):  # reads times, A and the chunks' ends, writes what enters each chunk
    return ends * D + wide // L + (walks * ends + 1) * wide // L + ends * wide // L
`;

/** The bytes of both sides, tensor by tensor; prints how many times as much separate programs move. */
export function numpy(given: Setting, r: Run): string {
  const v = inForce(given);
  return `import numpy as np

L, D, N = ${v.L}, ${v.D}, ${v.N}
row, wide, near, A = L * D, L * D * N, L * N, D * N  # u, Δ, y; Ā, B̄u, h; B, C; A
passes = ${v.scan === "once" ? "[2, 1]  # the scan reads Ā and B̄u once, writes h" : `[2, 2] * int(np.ceil(np.log2(L)))  # each level reads all pairs and writes them`}
scan = sum(passes) * wide

${v.pass === "forward" ? forward(v, r) : backward(v)}

bytes_apart, bytes_fused = 4 * sum(apart.values()), 4 * sum(fused.values())
for name, programs in ("separate", apart), ("fused", fused):
    for program, floats in programs.items():
        print(f"{name:9}{program:22}{4 * floats / 1e6:12.3f} MB")
print(bytes_apart, bytes_fused)
print(bytes_apart / bytes_fused)
`;
}

function forward(v: Setting, { chunk }: Run): string {
  const ends = Math.ceil(v.L / chunk) - 1;
  return `apart = {
    "discretise": 2 * row + A + near + 2 * wide,
    "scan": scan,
    "contract": row + D + near + wide + row,
}

chunk = ${chunk}
ends = -(-L // chunk) - 1
most = ends * chunk  # tokens of all chunks but the last


${carry}

fused = {
    "walk from zero": 2 * most * D + A + most * N + ends * (A + D),
    "carry": carry(ends, ${walks(v, ends)}),
    "walk again": 3 * row + (N + 1) * D + 2 * near + (ends + 1) * A,
}
if ends == 0:
    del fused["walk from zero"], fused["carry"]`;
}

function backward(v: Setting): string {
  const { stretch, chunk, lanes } = layoutFor(
    { batch: 1, L: v.L, channels: v.D, states: v.N },
    {},
    {},
  );
  const [stretches, chunks] = [Math.ceil(v.L / stretch), Math.ceil(v.L / chunk)];
  const left = folded(chunks);
  return `apart = {
    "prepare": row + near + 3 * wide,
    "scan backwards": scan,
    "du": wide + row + near + row + D + row,
    "dΔ": 3 * wide + A + near + row + row,
    "dA": 3 * wide + row + A,
    "dB": wide + 2 * row + near,
    "dC": row + wide + near,
    "dD": 2 * row + D,
}

stretch, chunk, lanes = ${stretch}, ${chunk}, ${lanes}
stretches, chunks = -(-L // stretch), -(-L // chunk)
sums = -(-D // lanes) * 2 * near
rows, left = chunks * (N + 2) * D, ${left} * (N + 2) * D


${carry}

def walk(ends, most):
    return 2 * most * D + A + most * N + ends * (A + D)


fused = {
    "walk from zero": walk(stretches - 1, (stretches - 1) * stretch),
    "carry": carry(stretches - 1, ${walks(v, stretches - 1)}),
    "walk backwards": walk(chunks - 1, L - min(L, chunk)),
    "carry back": carry(chunks - 1, ${walks(v, chunks - 1)}),
    "states again": 3 * row + (N + 1) * D + 2 * near + (stretches + chunks) * A + 2 * row + sums + rows,
    "add up": sums + 2 * near + ${left === 0 ? "rows" : "rows + 2 * left"} + (N + 2) * D,
}
if chunks == 1:
    del fused["walk backwards"], fused["carry back"]`;
}
