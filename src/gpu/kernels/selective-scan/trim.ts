import { indent, part, range, type, vector } from "./words.ts";
import { job } from "./wgsl.ts";
import type { Layout } from "./wgsl.ts";

/** Tokens of a set: while the threads work on one set, the next one is on its way. Two sets take turns, so nothing is copied. */
const SET = 4;
/** Tokens of one round of the loop: chunks are multiples of it, and what is left over at the end of L is for the general walk. */
export const ROUND = 2 * SET;
const STATES = 16;
const VECTORS = STATES / 4;

/** The walks for N = 16 without softplus and gate where workgroups divide the channels: D is a literal, nothing is guarded. See src/gpu/README.md. */
export interface Trim {
  /** Threads of a workgroup side by side over channels, `wide` channels each; they divide `channels`. */
  readonly lanes: number;
  readonly wide: 1 | 2;
  readonly channels: number;
  /** Tokens whose B and C a workgroup brings into its memory at once, a multiple of ROUND and of lanes / VECTORS. */
  readonly stage: number;
  /** How many tokens ahead the rows of u and Δ are touched. */
  readonly touch: number;
}

/** The trimmed form of a layout, or undefined where the sizes need the general walk. */
export function trimOf(
  { states, softplus, gated, split, wide }: Layout,
  channels: number,
  tokens: number,
  tuning: Partial<Pick<Trim, "lanes" | "stage" | "touch">> = {},
): Trim | undefined {
  const best = wide === 2 ? (tokens * channels >= 2 ** 24 ? 256 : 128) : 64;
  const { lanes = best, stage = lanes === 256 ? 128 : 32, touch = lanes === 256 ? 12 : 8 } = tuning;
  if (states !== STATES || softplus || gated || split !== 1 || wide > 2) return undefined;
  if (channels % (wide * lanes) !== 0) return undefined;
  return { channels, wide: wide === 2 ? 2 : 1, lanes, stage, touch };
}

/** K1 ("summary") and K3 ("output") as `walkCode`, trimmed. */
export function trimCode(kind: "summary" | "output", trim: Trim): string {
  const output = kind === "output";
  const { lanes, wide, channels } = trim;
  return `// ${output ? "K3: every chunk again, from what enters it" : "K1: every chunk from h = 0"}
${declarations(output, trim)}
@compute @workgroup_size(${lanes})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let column = group.x * ${lanes}u + lane;
  let d = column * ${wide}u;
  let begin = job.origin + group.y * job.chunk;
  let stop = min(begin + job.chunk, job.limit);
  let base = group.z * job.tokens;
  var i = (base + begin) * COLUMNS + column;
  var near = (base + begin) * ${VECTORS}u + lane; // of B and C
  var far = (base + begin + ${down(trim)}) * COLUMNS + group.x * ${lanes}u + ${across(trim)};
  var held = 0.0; var early = 0.0; var late = 0.0;
${indent(registers(output, trim), 2)}
${indent(rounds(output, trim), 2)}
  if (held + early + late == 3.0e38) { state[0] = held; } // it never is; but nobody may leave the touching out
${indent(end(output, wide), 2)}
}
`.replaceAll("CHANNELS", `${channels}u`);
}

/** Half of the threads touch u and half Δ, a number in each 64 bytes: 8 / wide tokens at once. */
const pieces = ({ lanes, wide }: Trim) => (lanes * wide) / 16;
const down = (trim: Trim) => `${trim.touch}u + lane % ${trim.lanes / 2}u / ${pieces(trim)}u`;
const across = (trim: Trim) => `lane % ${pieces(trim)}u * ${16 / trim.wide}u`;

function declarations(output: boolean, { wide, channels, stage }: Trim): string {
  const row = type(wide);
  const lines = [
    job,
    `const COLUMNS = ${channels / wide}u;`,
    `@group(0) @binding(1) var<storage, read> u: array<${row}>;      // batch × tokens × channels${wide > 1 ? `, by ${wide}` : ""}`,
    `@group(0) @binding(2) var<storage, read> delta: array<${row}>;  // batch × tokens × channels`,
    "@group(0) @binding(3) var<storage, read> channel: array<f32>; // (N rows of A·log2 e, D, bias) × channels",
    "@group(0) @binding(4) var<storage, read> B: array<vec4f>;      // batch × tokens × N",
    "@group(0) @binding(5) var<storage, read_write> state: array<f32>; // chunks × batch × N × channels",
  ];
  const staged = `array<array<array<vec4f, ${VECTORS}>, ${ROUND}>, ${stage / ROUND}>`;
  if (output) {
    lines.push(
      "@group(0) @binding(6) var<storage, read> C: array<vec4f>;      // batch × tokens × N",
    );
    lines.push(`@group(0) @binding(7) var<storage, read_write> y: array<${row}>;`);
  } else lines.push("@group(0) @binding(6) var<storage, read_write> time: array<f32>; // ΣΔ");
  lines.push(`var<workgroup> nearB: ${staged};`);
  if (output) lines.push(`var<workgroup> nearC: ${staged};`);
  return lines.join("\n");
}

const each = (wide: number, text: (c: number, g: number) => string) =>
  range(wide).flatMap((c) => range(VECTORS).map((g) => text(c, g)));
const four = (text: (j: number) => string) => vector(range(4).map(text));

/** A and the state into registers; the first set is fetched. */
function registers(output: boolean, { wide }: Trim): string {
  const skip = vector(range(wide).map((c) => `channel[${STATES}u * CHANNELS + d + ${c}u]`));
  const state = (row: string) => (c: number, g: number) =>
    four((j) => `state[(${row} + ${g * 4 + j}u) * CHANNELS + d + ${c}u]`);
  return [
    output
      ? `let enters = (select(group.y, job.entry, group.y == 0u) * job.batch + group.z) * ${STATES}u;`
      : `var sum = ${type(wide)}();`,
    ...each(
      wide,
      (c, g) => `let a${c}_${g} = ${four((j) => `channel[${g * 4 + j}u * CHANNELS + d + ${c}u]`)};`,
    ),
    ...each(wide, (c, g) => `var h${c}_${g} = ${output ? state("enters")(c, g) : "vec4f()"};`),
    ...(output ? [`let skip = ${skip};`] : []),
    ...range(ROUND).map((r) => `var u${r} = ${type(wide)}(); var raw${r} = ${type(wide)}();`),
    fetch(0, "i"),
  ].join("\n");
}

const fetch = (set: number, from: string) =>
  range(SET)
    .map((k) => {
      const r = set * SET + k;
      return `u${r} = u[${from} + ${k}u * COLUMNS]; raw${r} = delta[${from} + ${k}u * COLUMNS];`;
    })
    .join(" ");

/** Rounds of eight tokens, B and C brought near for some rounds at once. */
function rounds(output: boolean, trim: Trim): string {
  const { lanes, wide, stage } = trim;
  const bring = range((stage * VECTORS) / lanes).map((k) => {
    const at = `lane + ${k * lanes}u`;
    const to = `[(${at}) / ${ROUND * VECTORS}u][(${at}) / ${VECTORS}u % ${ROUND}u][lane % ${VECTORS}u]`;
    const from = `[near + ${k * lanes}u]`;
    return `nearB${to} = B${from};${output ? ` nearC${to} = C${from};` : ""}`;
  });
  const touched = ["early", "late"];
  const ahead = (name: string, set: number) =>
    part(`${name}[far + ${set * SET}u * COLUMNS]`, wide, 0);
  const touch = (set: number) =>
    (set * SET) % (8 / wide) === 0
      ? [
          // what was touched a round ago; to use it at once would be to wait for it
          `held += ${touched[set]};`,
          `if (lane < ${lanes / 2}u) { ${touched[set]} = ${ahead("u", set)}; } else { ${touched[set]} = ${ahead("delta", set)}; }`,
        ]
      : [];
  const half = (set: number) => [
    ...touch(set),
    fetch(1 - set, `i + ${(set + 1) * SET}u * COLUMNS`),
    ...range(SET).flatMap((k) => {
      const r = set * SET + k;
      return [
        ...token(output, trim, r, (name, g) => `near${name}[q][${r}][${g}]`),
        ...(output ? [`y[i + ${r}u * COLUMNS] = y${r};`] : []),
      ];
    }),
  ];
  return `for (var s = begin; s < stop; s += ${stage}u) {
  // B and C of these tokens are the same for all channels: once into the workgroup's own memory.
  workgroupBarrier();
${indent(bring.join("\n"), 2)}
  workgroupBarrier();
  near += ${stage * VECTORS}u;
  let whole = min(${stage / ROUND}u, (stop - s) / ${ROUND}u);
  for (var q = 0u; q < whole; q++) {
${indent([...half(0), ...half(1)].join("\n"), 4)}
    i += ${ROUND}u * COLUMNS;
    far += ${ROUND}u * COLUMNS;
  }
}`;
}

/** One token: Δ, every state, and for K3 what C makes of them, as one chain of multiply-adds that begins at D·u. */
function token(
  output: boolean,
  { wide }: Trim,
  r: number,
  of: (name: "B" | "C", g: number) => string,
): string[] {
  const lines = [`let delta${r} = raw${r}; let x${r} = delta${r} * u${r};`];
  if (output) lines.push(`var y${r} = skip * u${r};`);
  else lines.push(`sum += delta${r};`);
  for (const g of range(VECTORS)) {
    lines.push(
      `let B${r}_${g} = ${of("B", g)};${output ? ` let C${r}_${g} = ${of("C", g)};` : ""}`,
    );
    for (const c of range(wide)) {
      const h = `h${c}_${g}`;
      lines.push(
        `${h} = exp2(${part(`delta${r}`, wide, c)} * a${c}_${g}) * ${h} + ${part(`x${r}`, wide, c)} * B${r}_${g};`,
      );
      const chain = range(4).map((j) => `C${r}_${g}.${"xyzw"[j]} * ${h}.${"xyzw"[j]}`);
      const y = part(`y${r}`, wide, c);
      if (output) lines.push(`${y} = ${chain.reduce((sum, term) => `(${sum} + ${term})`, y)};`);
    }
  }
  return lines;
}

/** Writes the states back: K1 always, K3 where another dispatch goes on from here. */
function end(output: boolean, wide: number): string {
  const lines = output
    ? [
        "if (job.keep == 0u || (job.keep == 2u && group.y + 1u < job.chunks)) { return; }",
        `let into = (select(group.y, job.exit, job.keep == 2u) * job.batch + group.z) * ${STATES}u;`,
      ]
    : [
        `let into = ((group.y + 1u) * job.batch + group.z) * ${STATES}u;`,
        ...range(wide).map(
          (c) =>
            `time[(group.y * job.batch + group.z) * CHANNELS + d + ${c}u] = ${part("sum", wide, c)};`,
        ),
      ];
  for (const c of range(wide))
    for (const n of range(STATES))
      lines.push(
        `state[(into + ${n}u) * CHANNELS + d + ${c}u] = h${c}_${n >> 2}.${"xyzw"[n & 3]};`,
      );
  return lines.join("\n");
}
