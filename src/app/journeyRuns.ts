import { fromRows } from "../numerics/matrix.ts";
import { generator } from "../numerics/random.ts";
import { reconstruct, remember } from "../models/hippo.ts";
import { simulate } from "../models/ssm.ts";

const L = 96;
const random = generator(4);

const bump = (t: number, at: number, height: number) => height * Math.exp(-(((t - at) / 3.2) ** 2));

/** A quiet murmur with three things worth remembering. */
export const input = Float64Array.from(
  { length: L },
  (_, t) => bump(t, 16, 1.3) + bump(t, 46, -1.1) + bump(t, 72, 0.8) + 0.06 * random.normal(),
);

/** One leaky number: the last event, and soon nothing. */
export const fading = simulate(
  { A: fromRows([[0.88]]), B: fromRows([[1]]), C: fromRows([[1]]), D: fromRows([[0]]) },
  { rows: L, cols: 1, data: input },
  { readout: "immediate" },
).states.data;

/** HiPPO-LegS with 32 numbers: the whole past, drawn again at the end from the polynomial that the state holds. */
const memory = remember(input, 32, { measure: "legs", rule: "bilinear" });
export const polynomial = reconstruct(
  memory.data.subarray(memory.data.length - memory.cols),
  Float64Array.from({ length: L }, (_, t) => (t + 0.5) / L),
);

/** Mamba's gate (Theorem 1) with g_t = σ(14 |u_t| − 9): quiet input leaves the state alone, an event replaces it. */
export const holding = (() => {
  const h = new Float64Array(L);
  input.forEach((u, t) => {
    const gate = 1 / (1 + Math.exp(9 - 14 * Math.abs(u)));
    h[t] = (1 - gate) * (h[t - 1] ?? 0) + gate * u;
  });
  return h;
})();
