import { describe, expect, it } from "vitest";
import { gramians } from "../../src/models/gramian.ts";
import { simulate } from "../../src/models/ssm.ts";
import { add, multiply, transpose } from "../../src/numerics/linalg.ts";
import { fromRows, zeros } from "../../src/numerics/matrix.ts";
import { solve } from "../../src/numerics/solve.ts";
import { expectClose } from "../near.ts";

const A = fromRows([
  [0.8, 0.2],
  [0.1, 0.7],
]);
const B = fromRows([[0.3], [0.9]]);
const C = fromRows([[1, -0.5]]);

describe("gramians", () => {
  it("ends at the solution of the discrete Lyapunov equation", () => {
    const W = gramians(A, B, 400).at(-1)!;
    const again = add(multiply(multiply(A, W), transpose(A)), multiply(B, transpose(B)));
    expectClose(again.data, W.data, 1e-13);
  });

  it("says what the cheapest input costs that reaches a state", () => {
    const [steps, x] = [6, fromRows([[0.4], [-0.2]])];
    const price = solve(gramians(A, B, steps)[steps]!, x);
    // u_t = Bᵀ(Aᵀ)^(T−1−t) W⁻¹x
    const u: number[] = [];
    for (let k = 0, back = price; k < steps; k++, back = multiply(transpose(A), back))
      u.unshift(multiply(transpose(B), back).data[0]!);
    const model = { A, B, C, D: zeros(1, 1) };
    const { states } = simulate(model, fromRows(u.map((v) => [v])), { readout: "immediate" });
    expectClose(states.data.slice(-2), x.data, 1e-12);
    const energy = u.reduce((sum, v) => sum + v * v, 0);
    expect(energy).toBeCloseTo(multiply(transpose(x), price).data[0]!, 12);
  });

  it("is, turned round, the energy of an output", () => {
    const W = gramians(transpose(A), transpose(C), 9)[9]!;
    const x = fromRows([[0.7], [1.1]]);
    const model = { A, B, C, D: zeros(1, 1) };
    const { outputs } = simulate(model, zeros(9, 1), { h0: x.data });
    const energy = outputs.data.reduce((sum, y) => sum + y * y, 0);
    expect(multiply(multiply(transpose(x), W), x).data[0]).toBeCloseTo(energy, 12);
  });
});
