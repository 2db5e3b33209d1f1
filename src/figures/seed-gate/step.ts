import { activations, type Activation } from "../../models/seedGate.ts";

/** The article's step with numbers in place of matrices. */
export interface Step {
  readonly f: Activation;
  readonly a: number;
  readonly b: number;
  readonly u: number;
  readonly gate: number;
}

export const seedStep = ({ f, a, b, u, gate }: Step, h: number): number =>
  activations[f](a * h + b * u) * gate;
