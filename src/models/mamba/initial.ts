import { positive } from "../../numerics/check.ts";
import { exp, log } from "../../numerics/portable.ts";
import { generator, type Generator } from "../../numerics/random.ts";
import { type Shape, type SmallShape, smallShape } from "./shape.ts";
import type { Stack } from "./stack.ts";
import { store, weightsFrom } from "./weights.ts";

/**
 * An untrained classifier or tagger from a seed, the same in every engine, as Mamba's own code begins (mamba_simple.py): linear
 * layers uniform within 1/√in, Δ between the two numbers of `dt` (even in its logarithm), A = −(1 … N), D = 1, norms 1, the last
 * projection of a block divided by √layers. S4D as its paper has it: S4D-Lin, C standard normal, Δ as above.
 */
export function newStack(
  sizes: SmallShape,
  seed: number,
  dt: readonly [number, number] = [0.001, 0.1],
): Stack {
  const shape = smallShape(sizes);
  const home = store(shape);
  const chance = generator(seed);
  const [low, high] = [log(positive("dt[0]", dt[0])), log(positive("dt[1]", dt[1]))];
  const pace = () => low + chance.uniform() * (high - low);
  for (const [name, data] of Object.entries(home.tensors)) {
    const kind = name.split(".").slice(-2).join(".").replace("mixer.", "");
    data.set(Float64Array.from(data, (_, i) => initial(kind, i, shape, chance, pace)));
  }
  return { shape, store: home, weights: weightsFrom(shape, home.tensors) };
}

function initial(
  kind: string,
  i: number,
  { d, E, N, R, taps, layers, input }: Shape,
  chance: Generator,
  pace: () => number,
): number {
  const within = (fanIn: number) => (2 * chance.uniform() - 1) / Math.sqrt(fanIn);
  switch (kind) {
    case "embeddings.weight":
    case "C_re":
    case "C_im":
      return chance.normal();
    case "stem.weight":
    case "stem.bias":
      return within("reals" in input ? input.reals : 1);
    case "in_proj.weight":
    case "lm_head.weight":
    case "lm_head.bias":
      return within(d);
    case "conv1d.weight":
    case "conv1d.bias":
      return within(taps);
    case "x_proj.weight":
      return within(E);
    case "out_proj.weight":
      return within(E * layers);
    case "dt_proj.weight":
      return within(R);
    case "dt_proj.bias":
      return log(exp(exp(pace())) - 1); // the inverse of the softplus
    case "A_log":
      return log(1 + (i % N));
    case "log_dt":
      return pace();
    case "log_minus_re":
      return log(0.5);
    case "im":
      return Math.PI * (i % N);
    default:
      return 1; // D and the norms
  }
}
