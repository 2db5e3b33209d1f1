import { count, fail } from "../numerics/check.ts";
import type { Run } from "./mamba/forward.ts";
import { mambaShape, type Shape } from "./mamba/shape.ts";
import { begin, type Stack, stepStack, tag, traceStack } from "./mamba/stack.ts";
import { store, tensorSpecs, weightsFrom } from "./mamba/weights.ts";
import { readSafetensors } from "./safetensors.ts";

/**
 * Mamba-1 as a language model (Gu & Dao 2023, arXiv 2312.00752), computed as Hugging Face's `MambaForCausalLM` does: embedding,
 * blocks of RMS norm, mixer and residual, a last norm, and a head that is the embedding again unless the file has its own.
 */
export type Mamba = Stack;

/** How the weights are held; activations are always in double precision. */
export interface LoadOptions {
  readonly precision?: "f32" | "f64";
}

/**
 * A model from its config.json (parsed) and model.safetensors. Throws a RangeError in words where the config is not Mamba's,
 * the file is damaged, or a tensor is missing, unknown, of another shape or not finite.
 */
export function loadMamba(
  config: unknown,
  safetensors: ArrayBuffer,
  { precision = "f32" }: LoadOptions = {},
): Mamba {
  const shape = mambaShape(config);
  const stored = readSafetensors(safetensors);
  const home = store(shape, precision);
  const specs = tensorSpecs(shape);
  for (const { name, shape: dims } of specs) {
    // The original code of Mamba says embedding, Hugging Face embeddings; both files go about.
    const tensor = stored.get(name) ?? stored.get(name.replace("embeddings.", "embedding."));
    if (!tensor) fail("the model file", `with the tensor ${name}`, "none of that name");
    if (tensor.shape.join() !== dims.join())
      fail(`the tensor ${name}`, dims.join("×"), tensor.shape.join("×") || "a single number");
    const odd = tensor.data.findIndex((x) => !Number.isFinite(x));
    if (odd >= 0) fail(`${name}[${odd}]`, "a finite number", tensor.data[odd]);
    home.tensors[name]!.set(tensor.data);
  }
  const known = new Set(specs.map(({ name }) => name));
  for (const name of stored.keys())
    if (!known.has(name) && !spare(shape, name))
      fail("the model file", "one of this config's model", `the tensor ${name}`);
  return { shape, store: home, weights: weightsFrom(shape, home.tensors) };
}

/** Tensors that may stand in a file and say nothing new: the other name of the embedding, and a head that is tied to it. */
function spare({ output }: Shape, name: string): boolean {
  return name === "backbone.embedding.weight" || (output === "tied" && name === "lm_head.weight");
}

/** A model that reads token by token: its size does not depend on how many it has read. */
export interface MambaState {
  readonly run: Run;
}

/** The state of rest. The weights are looked at now: start again when they have changed. */
export function start(model: Mamba): MambaState {
  return { run: begin(model, 1, false) };
}

/** Reads one token: the logits of the next (vocab), and `state` moved on in place. Throws on an id outside the vocabulary. */
export function step(model: Mamba, state: MambaState, id: number): Float32Array {
  return Float32Array.from(stepStack(model, state.run, Int32Array.of(count("id", id, 0))));
}

/** The logits after each token of a text, L × vocab, from the state of rest. Throws on an empty text and an unknown id. */
export function forward(model: Mamba, ids: Int32Array): Float32Array {
  return Float32Array.from(tag(model, ids));
}

/** `forward`, and what went on inside: every intermediate of every block by name. Memory L·E·N a block. */
export function trace(model: Mamba, ids: Int32Array): { logits: Float32Array; run: Run } {
  const { logits, run } = traceStack(model, ids);
  return { logits: Float32Array.from(logits), run };
}
