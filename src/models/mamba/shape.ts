import { count, fail, positive } from "../../numerics/check.ts";

/** What kind of state space model stands in a block: S6 (Mamba) or, in its place, a complex S4D. */
export type Core = "s6" | "s4d";

/** The sizes of a stack of Mamba blocks. */
export interface Shape {
  /** Width of the residual stream (d_model). */
  readonly d: number;
  /** Channels inside a block (d_inner). */
  readonly E: number;
  /** States of a channel: real ones of S6, complex ones, whose conjugates are implied, of S4D. */
  readonly N: number;
  /** Rank of Δ (dt_rank). */
  readonly R: number;
  /** Taps of the convolution (d_conv). */
  readonly taps: number;
  readonly layers: number;
  /** ε of the RMS norms. */
  readonly eps: number;
  readonly core: Core;
  /** What a step brings: one of `vocab` tokens, or `reals` numbers. */
  readonly input: { readonly vocab: number } | { readonly reals: number };
  /** Numbers that leave a step; "tied" = one for every token, read by the embedding itself. */
  readonly output: number | "tied";
  /** Whether in_proj and out_proj, the convolution, and the last layer have a bias. */
  readonly bias: {
    readonly projections: boolean;
    readonly conv: boolean;
    readonly output: boolean;
  };
}

/** How many numbers leave a step. */
export function outputs({ output, input }: Shape): number {
  if (output !== "tied") return output;
  return "vocab" in input
    ? input.vocab
    : fail("output", "a number where the input is no token", output);
}

/** The sizes of a classifier or tagger; what is left out is as Mamba's own defaults have it. */
export interface SmallShape {
  readonly d: number;
  readonly N: number;
  readonly layers: number;
  readonly input: Shape["input"];
  readonly output: number;
  readonly core?: Core;
}

/** A stack with a linear layer (or an embedding) in and a linear layer out. Throws on sizes that are none. */
export function smallShape({ d, N, layers, input, output, core = "s6" }: SmallShape): Shape {
  count("d", d);
  count("output", output);
  count("the input", "vocab" in input ? input.vocab : input.reals);
  const bias = { projections: false, conv: true, output: true };
  const R = Math.ceil(d / 16);
  return {
    d,
    E: 2 * d,
    N: count("N", N),
    R,
    taps: 4,
    layers: count("layers", layers),
    eps: 1e-5,
    core,
    input,
    output,
    bias,
  };
}

/**
 * The sizes in a config.json of Hugging Face's `MambaForCausalLM`; defaults as there. Throws a RangeError that names the
 * entry which is missing, wrong or not supported (any activation but SiLU).
 */
export function mambaShape(config: unknown): Shape {
  if (typeof config !== "object" || config === null || Array.isArray(config))
    fail("config", "the object of a config.json", config);
  const get = config as Record<string, unknown>;
  const whole = (name: string, fallback?: number) =>
    count(`config.${name}`, (get[name] ?? fallback) as number);
  const flag = (name: string, fallback: boolean) => {
    const value = get[name] ?? fallback;
    return typeof value === "boolean" ? value : fail(`config.${name}`, "true or false", value);
  };
  if ((get["model_type"] ?? "mamba") !== "mamba")
    fail("config.model_type", "mamba", get["model_type"]);
  if ((get["hidden_act"] ?? "silu") !== "silu")
    fail("config.hidden_act", "silu", get["hidden_act"]);
  const d = whole("hidden_size");
  const rank = get["time_step_rank"] ?? "auto";
  const vocab = whole("vocab_size");
  return {
    d,
    E: Math.trunc(positive("config.expand", (get["expand"] ?? 2) as number) * d),
    N: whole("state_size", 16),
    R: rank === "auto" ? Math.ceil(d / 16) : whole("time_step_rank"),
    taps: whole("conv_kernel", 4),
    layers: whole("num_hidden_layers", 32),
    eps: positive("config.layer_norm_epsilon", (get["layer_norm_epsilon"] ?? 1e-5) as number),
    core: "s6",
    input: { vocab },
    output: flag("tie_word_embeddings", true) ? "tied" : vocab,
    bias: {
      projections: flag("use_bias", false),
      conv: flag("use_conv_bias", true),
      output: false,
    },
  };
}
