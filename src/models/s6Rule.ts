/**
 * How S6 turns (Δ, A, B) into the step h ← e^{ΔA} h + B̄ u. "simplified": B̄ = ΔB, as Mamba's code has it (ZOH for A,
 * Euler for B; state-spaces/mamba#114). "zoh": B̄ = ((e^{ΔA} − 1)/A) B, as its equation 4.
 */
export type S6Rule = "simplified" | "zoh";

/** The input weight φ of B̄ = φB and its slopes. */
export interface InputWeight {
  readonly phi: number;
  readonly byDelta: number;
  readonly byA: number;
}

/** φ of exact ZOH, (e^{dA} − 1)/A, where A = 0 gives d. */
export function zohWeight(d: number, A: number): number {
  const x = d * A;
  return x === 0 ? d : d * (Math.expm1(x) / x);
}

/** φ of exact ZOH with ∂φ/∂Δ and ∂φ/∂A, for the backward pass. */
export function zohSlopes(d: number, A: number): InputWeight {
  const x = d * A;
  return { phi: zohWeight(d, A), byDelta: Math.exp(x), byA: d * d * curvature(x) };
}

/** (x e^x − e^x + 1)/x²; by its series Σ x^k (k + 1)/(k + 2)! where the quotient would cancel. */
function curvature(x: number): number {
  if (Math.abs(x) > 0.5) return (x * Math.exp(x) - Math.expm1(x)) / (x * x);
  let sum = 0;
  let term = 0.5;
  for (let k = 0; k < 16; k++) {
    sum += term * (k + 1);
    term *= x / (k + 3);
  }
  return sum;
}
