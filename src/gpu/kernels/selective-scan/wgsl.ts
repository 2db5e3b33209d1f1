/** How a selective scan is laid out on the device; numbers that the shader is written for. */
export interface Layout {
  /** States N of a channel. */
  readonly states: number;
  /** Whether Δ passes the softplus. */
  readonly softplus: boolean;
  /** Whether the output is multiplied by SiLU(z). */
  readonly gated: boolean;
  /** Threads of a workgroup side by side over channels. */
  readonly lanes: number;
  /** Threads that share the states of a channel. */
  readonly split: number;
  /** Channels of one thread, next to each other: 1, 2 or 4, a divisor of the channels. */
  readonly wide: number;
  /** Tokens whose u and Δ are fetched ahead. */
  readonly block: number;
  /** Tokens whose B and C a workgroup brings into its shared memory at once, a multiple of `block`; 0: they are read in place. */
  readonly stage: number;
}

/** Most numbers that a vector of B and C can hold: they are read as vec4 where N allows it. */
export const vectorOf = (states: number): 1 | 2 | 4 =>
  states % 4 === 0 ? 4 : states % 2 === 0 ? 2 : 1;

/** What a dispatch is told. */
export const job = `
struct Job {
  tokens: u32, channels: u32, chunk: u32, chunks: u32, // of the buffers; tokens a chunk; chunks
  origin: u32, limit: u32, begin: u32, end: u32,       // tokens of this piece; which part of each chunk
  keep: u32, batch: u32, series: u32, entry: u32,      // what K3 writes back; batch; batch·N·channels; row of the
  exit: u32, row: u32,                                 // state that enters the first chunk; row for the last state;
}                                                      // the rows of state and time before the first one here
@group(0) @binding(0) var<uniform> job: Job;`;

/** softplus(x) = max(x, 0) + log(1 + e), e = e^−|x| ≤ 1; the logarithm as 2 artanh(e / (2 + e)), exact for small e too. */
export const softplus = (row: string) => `
fn softplus(x: ${row}) -> ${row} {
  let e = exp(-abs(x));
  let s = e / (2.0 + e);
  let q = s * s;
  let p = 1.0 + q * (1.0 / 3.0 + q * (1.0 / 5.0 + q * (1.0 / 7.0 + q * (1.0 / 9.0
    + q * (1.0 / 11.0 + q * (1.0 / 13.0 + q * (1.0 / 15.0 + q / 17.0)))))));
  return max(x, ${row}()) + 2.0 * s * p;
}`;

/** x·σ(x), without overflow. */
export const silu = (row: string) => `
fn silu(x: ${row}) -> ${row} {
  let e = exp(-abs(x));
  return x * select(e, ${row}(1.0), x >= ${row}()) / (1.0 + e);
}`;
