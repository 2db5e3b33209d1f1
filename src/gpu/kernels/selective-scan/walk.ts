import { indent, part, range, type, vector } from "./words.ts";
import { job, silu, softplus, vectorOf } from "./wgsl.ts";
import type { Layout } from "./wgsl.ts";

/** Words of the shader that follow from the layout. */
interface Plan extends Layout {
  readonly output: boolean;
  /** Whether the walk goes from a chunk's last token to its first. */
  readonly back: boolean;
  /** Numbers in a vector of B, C and the state. */
  readonly width: number;
  /** Vectors of state of one thread, for each of its channels. */
  readonly groups: number;
  readonly threads: number;
  /** Type of the numbers of a thread's channels at one token. */
  readonly row: string;
  readonly perToken: number;
}

const titles = {
  summary: "K1: every chunk from h = 0",
  output: "K3: every chunk again, from what enters it",
  adjoint:
    "B1: every chunk backwards from 0; here u is ∂loss/∂y, B is C, and chunks are counted from the last",
} as const;

/**
 * The walks over the tokens of every chunk. "summary" (K1) starts from h = 0 and writes the state at the end of the
 * chunk and ΣΔ; "output" (K3) starts from what enters the chunk and writes y; "adjoint" (B1) is the summary of the reverse
 * recurrence h ← e^{ΔA}(h + ∂loss/∂y C), from the last token to the first.
 */
export function walkCode(kind: keyof typeof titles, layout: Layout): string {
  const width = vectorOf(layout.states);
  const plan: Plan = {
    ...layout,
    output: kind === "output",
    back: kind === "adjoint",
    width,
    groups: layout.states / width / layout.split,
    threads: layout.lanes * layout.split,
    row: type(layout.wide),
    perToken: layout.states / width,
  };
  return `// ${titles[kind]}
${declarations(plan)}
@compute @workgroup_size(${plan.threads})
fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
${start(plan)}
${walk(plan)}
${end(plan)}
}
`;
}

function declarations({ output, width, wide, row, states, stage, threads, ...plan }: Plan): string {
  const V = type(width);
  const staged = (name: string) =>
    `var<workgroup> ${name}: array<${V}, ${(stage * states) / width}>;`;
  const lines = [
    job,
    `@group(0) @binding(1) var<storage, read> u: array<${row}>;      // batch × tokens × channels${wide > 1 ? `, by ${wide}` : ""}`,
    `@group(0) @binding(2) var<storage, read> delta: array<${row}>;  // batch × tokens × channels`,
    "@group(0) @binding(3) var<storage, read> channel: array<f32>; // (N rows of A·log2 e, D, bias) × channels",
    `@group(0) @binding(4) var<storage, read> B: array<${V}>;      // batch × tokens × N`,
    "@group(0) @binding(5) var<storage, read_write> state: array<f32>; // chunks × batch × N × channels",
  ];
  if (output) {
    lines.push(
      `@group(0) @binding(6) var<storage, read> C: array<${V}>;      // batch × tokens × N`,
    );
    lines.push(`@group(0) @binding(7) var<storage, read_write> y: array<${row}>;`);
    if (plan.gated) lines.push(`@group(0) @binding(8) var<storage, read> z: array<${row}>;`);
  } else lines.push("@group(0) @binding(6) var<storage, read_write> time: array<f32>; // ΣΔ");
  if (stage > 0) lines.push(staged("nearB"), ...(output ? [staged("nearC")] : []));
  if (output && plan.split > 1)
    lines.push(`var<workgroup> shares: array<${row}, ${plan.block * threads}>;`);
  if (plan.softplus) lines.push(softplus(row));
  if (output && plan.gated) lines.push(silu(row));
  return `${lines.join("\n")}\n`;
}

/** Which tokens, which channels, which states; A and the state into registers. */
function start({ output, wide, lanes, split, states, groups, width, row, ...plan }: Plan): string {
  const each = (text: (c: number, g: number) => string) =>
    range(wide).flatMap((c) => range(groups).map((g) => text(c, g)));
  const of = (array: string, row: string) => (c: number, g: number) =>
    vector(
      range(width).map((j) => `${array}[(${row} + ${g * width + j}u) * channels + d + ${c}u]`),
    );
  const A = of("channel", "first");
  const at = of("state", output ? "enters + first" : "leaves + first");
  const lines = [
    "let channels = job.channels;",
    `let columns = channels${wide > 1 ? ` / ${wide}u` : ""};`,
    plan.back
      ? "let head = (job.chunks - 1u - job.origin - group.y) * job.chunk;"
      : "let head = job.origin + group.y * job.chunk;",
    "let begin = head + job.begin;",
    "let stop = min(head + min(job.end, job.chunk), job.limit);",
    "let base = group.z * job.tokens;",
    output
      ? `let enters = (select(group.y, job.entry, group.y == 0u && job.begin == 0u) * job.batch + group.z) * ${states}u;`
      : `let leaves = ((job.row + group.y + 1u) * job.batch + group.z) * ${states}u;`,
    split > 1
      ? `let share = lane / ${lanes}u; // which states of its channels`
      : "const share = 0u;",
    `let first = share * ${groups * width}u;`,
    `let wanted = group.x * ${lanes}u + lane % ${lanes}u;`,
    "let column = min(wanted, columns - 1u);",
    `let d = column * ${wide}u;`,
    ...each((c, g) => `let a${c}_${g} = ${A(c, g)};`),
    ...each((c, g) => `var h${c}_${g} = ${output ? at(c, g) : `${type(width)}()`};`),
  ];
  const rowOf = (k: number) =>
    vector(range(wide).map((c) => `channel[${states + k}u * channels + d + ${c}u]`));
  if (output) lines.push(`let skip = ${rowOf(0)};`);
  if (plan.softplus) lines.push(`let bias = ${rowOf(1)};`);
  if (!output) {
    const clock = range(wide).map((c) => `time[clock + ${c}u]`);
    const kept = each((c, g) => `h${c}_${g} = ${at(c, g)};`).join(" ");
    lines.push(
      `let clock = ((job.row + group.y) * job.batch + group.z) * channels + d;`,
      `var sum = ${row}();`,
      `if (job.begin > 0u) { sum = ${vector(clock)}; ${kept} }`,
    );
  }
  return indent(lines.join("\n"), 2);
}

/** The loops: blocks of tokens whose u and Δ were fetched one block ahead, then the tokens left over. */
function walk(plan: Plan): string {
  const { block, stage, perToken, threads, output, back } = plan;
  const on = back ? "-" : "+";
  const fetch = (i: string) =>
    range(block).map(
      (r) =>
        `nextU${r} = u[${i} ${on} ${r}u * columns]; nextDelta${r} = delta[${i} ${on} ${r}u * columns];`,
    );
  const loops = (limit: string) => `for (; t + ${block}u <= ${limit}; t += ${block}u) {
${range(block)
  .map((r) => `  let u${r} = nextU${r}; let raw${r} = nextDelta${r};`)
  .join("\n")}
  // The next block is on its way while this one is worked on; past the end it is read but not used.
  let ahead = i ${on} ${block}u * columns;
${indent(fetch("ahead").join("\n"), 2)}
${indent(
  range(block)
    .map((r) => token(plan, r))
    .join("\n"),
  2,
)}
${output ? indent(finish(plan, range(block)), 2) : ""}
  i = ahead;
}
for (; t < ${limit}; t++) {
  let u0 = u[i]; let raw0 = delta[i];
${indent(token(plan, 0), 2)}
${output ? indent(finish(plan, [0]), 2) : ""}
  i ${on}= columns;
}`;
  const opening = [
    "var t = begin;",
    ...(back ? ["let last = head + stop - 1u; // the token of step t is last - t"] : []),
    `var i = (base + ${back ? "last - " : ""}begin) * columns + column;`,
    ...range(block).map((r) => `var nextU${r} = ${plan.row}(); var nextDelta${r} = ${plan.row}();`),
    ...fetch("i"),
  ].join("\n");
  if (stage === 0) return indent(`${opening}\n${loops("stop")}`, 2);
  return indent(
    `${opening}
for (var s = begin; s < stop; s += ${stage}u) {
  // B and C of these tokens are the same for all channels: once into the workgroup's own memory.
  workgroupBarrier();
  for (var k = lane; k < ${stage * perToken}u; k += ${threads}u) {
    let far = ${back ? `(base + last - s - k / ${perToken}u) * ${perToken}u + k % ${perToken}u` : `(base + s) * ${perToken}u + k`};
    nearB[k] = B[far];${output ? " nearC[k] = C[far];" : ""}
  }
  workgroupBarrier();
  let pause = min(s + ${stage}u, stop);
${indent(loops("pause"), 2)}
}`,
    2,
  );
}

/** One token: Δ, then every state of every channel of the thread. */
function token(plan: Plan, r: number): string {
  const { output, back, wide, groups, width, stage, perToken, split } = plan;
  const near = stage > 0 ? "near" : "";
  const place = stage > 0 ? `t - s + ${r}u` : back ? `base + last - t - ${r}u` : `base + t + ${r}u`;
  const index = `(${place}) * ${perToken}u${split > 1 ? ` + share * ${groups}u` : ""}`;
  const delta = plan.softplus ? `softplus(raw${r} + bias)` : `raw${r}`;
  const lines = [
    `let b${r} = ${index};`,
    ...range(groups).map((g) => `let B${r}_${g} = ${near}B[b${r} + ${g}u];`),
    ...(output ? range(groups).map((g) => `let C${r}_${g} = ${near}C[b${r} + ${g}u];`) : []),
    `let delta${r} = ${delta};`,
    ...(back ? [] : [`let x${r} = delta${r} * u${r};`]),
  ];
  if (!output) lines.push(`sum += delta${r};`);
  for (const c of range(wide)) {
    const [d, x] = [part(`delta${r}`, wide, c), part(`${back ? "u" : "x"}${r}`, wide, c)];
    for (const g of range(groups)) {
      const [h, add] = [`h${c}_${g}`, `${x} * B${r}_${g}`];
      const decay = `exp2(${d} * a${c}_${g})`;
      lines.push(back ? `${h} = ${decay} * (${h} + ${add});` : `${h} = ${decay} * ${h} + ${add};`);
    }
  }
  if (output) {
    const contract = (c: number) =>
      range(groups)
        .map((g) => `C${r}_${g} * h${c}_${g}`)
        .join(" + ");
    for (const c of range(wide)) lines.push(`let s${r}_${c} = ${contract(c)};`);
    const total = (c: number) =>
      range(width)
        .map((j) => part(`s${r}_${c}`, width, j))
        .join(" + ");
    lines.push(`let y${r} = ${vector(range(wide).map(total))};`);
  }
  return lines.join("\n");
}

/** The end of some tokens of K3: adds up what the threads of a channel share, adds D·u, gates, stores. */
function finish({ lanes, split, gated, threads }: Plan, tokens: readonly number[]): string {
  const store = (r: number, value: string) => {
    const at = r === 0 ? "i" : `i + ${r}u * columns`;
    const gate = gated ? ` * silu(z[${at}])` : "";
    return `y[${at}] = (${value} + skip * u${r})${gate};`;
  };
  if (split === 1)
    return `if (wanted < columns) {\n${indent(tokens.map((r) => store(r, `y${r}`)).join("\n"), 2)}\n}`;
  const put = tokens.map((r) => `shares[${r * threads}u + lane] = y${r};`);
  const sum = tokens.map((r) => {
    const others = range(split - 1).map((k) => `shares[${r * threads + (k + 1) * lanes}u + lane]`);
    return store(r, [`y${r}`, ...others].join(" + "));
  });
  return `${put.join("\n")}
workgroupBarrier();
if (share == 0u && wanted < columns) {
${indent(sum.join("\n"), 2)}
}
workgroupBarrier();`;
}

/** Writes the states back: K1 always, K3 where another dispatch goes on from here. */
function end({ output, wide, groups, width, states, split }: Plan): string {
  const to = output ? "into" : "leaves";
  const lines = output
    ? [
        "if (job.keep == 0u || (job.keep == 2u && group.y + 1u < job.chunks)) { return; }",
        `let into = (select(group.y, job.exit, job.keep == 2u) * job.batch + group.z) * ${states}u;`,
      ]
    : [];
  lines.push("if (wanted >= columns) { return; }");
  if (!output) {
    const sums = range(wide).map((c) => `time[clock + ${c}u] = ${part("sum", wide, c)};`);
    lines.push(split > 1 ? `if (share == 0u) { ${sums.join(" ")} }` : sums.join(" "));
  }
  for (const c of range(wide))
    for (const g of range(groups))
      for (const j of range(width))
        lines.push(
          `state[(${to} + first + ${g * width + j}u) * channels + d + ${c}u] = ${part(`h${c}_${g}`, width, j)};`,
        );
  return indent(lines.join("\n"), 2);
}
