import { channelStates } from "../../models/mamba/channel.ts";
import { NAMES, NUMBER, NUMBERS } from "../../models/notes/lecture.ts";
import type { Run } from "./compute.ts";
import { decaysOf, heardAt } from "./heard.ts";
import { answersOf } from "./look.ts";
import type { Setting } from "./params.ts";
import type { MambaLayer } from "./reading.ts";
import { recordedFor } from "./recorded.ts";
import { CHANNELS, kept, statesOf, students, WIDTH } from "./students.ts";

/** What is asked for stands where it is said to stand, right behind its name, and that name is said with no number after it. */
export const lastCounts = ({ ids, lecture, questions }: Run): boolean =>
  questions.every(({ name, number, at }) => {
    const there = ids[at] === NUMBER + number && ids[at - 1] === name && at < lecture;
    const later = ids.subarray(at + 1, lecture).some((id, k, rest) => {
      const next = rest[k + 1] ?? -1;
      return id === name && next >= NUMBER && next < NUMBER + NUMBERS;
    });
    return there && name < NAMES && !later;
  });

/** From token to token the Transformer keeps a key and a value of each layer more, up to its context, the others nothing. */
export const oneGrows = (_: Run, v: Setting): boolean =>
  [1, 100, 191, 192, 300].every((t) => {
    const more = students.map((student) => kept(student, v, t + 1) - kept(student, v, t));
    return more.join() === `0,${t < 192 ? 4 * WIDTH : 0},0`;
  });

/** What a token looks at makes 1, and none looks ahead or further back than its context. */
export function looksMakeOne({ reading, ids }: Run): boolean {
  const L = ids.length;
  return (reading?.transformer.looks ?? []).every((rows) =>
    Array.from(ids).every((_, t) => {
      const row = rows.subarray(t * L, (t + 1) * L);
      const seen = row.subarray(Math.max(0, t + 1 - reading!.transformer.context), t + 1);
      const sum = seen.reduce((a, b) => a + b, 0);
      return Math.abs(sum - 1) < 1e-4 && row.every((x, s) => x === 0 || s <= t);
    }),
  );
}

/** Channels whose states are compared. */
const TRIED = [0, 63, 127];

/** Some channels of a layer by themselves. */
function someOf(layer: MambaLayer, channels: readonly number[], N: number): MambaLayer {
  const columns = (x: Float64Array) =>
    Float64Array.from({ length: (x.length / CHANNELS) * channels.length }, (_, i) => {
      const [t, k] = [Math.floor(i / channels.length), i % channels.length];
      return x[t * CHANNELS + channels[k]!]!;
    });
  const A = channels.flatMap((e) => Array.from(layer.A.subarray(e * N, (e + 1) * N)));
  const { u, delta, gate } = layer;
  return {
    ...layer,
    u: columns(u),
    delta: columns(delta),
    gate: columns(gate),
    A: Float64Array.from(A),
  };
}

/** The states that are summed up from what each token left are those of the recurrence. */
export function sumsAreStates({ reading }: Run, v: Setting): boolean {
  const N = statesOf(v);
  return (reading?.mamba.layers ?? []).every((layer) => {
    const some = someOf(layer, TRIED, N);
    const L = layer.delta.length / CHANNELS;
    const { states } = heardAt(some, decaysOf(some, N), L - 1, N);
    return TRIED.every((e, k) => {
      const { u, delta, B, C, A } = someOf(layer, [e], N);
      const { h } = channelStates({ u, delta, B, C, A, D: 0, start: new Float64Array(N) });
      const now = h.subarray((L - 1) * N);
      const size = now.reduce((sum, x) => sum + Math.abs(x), 1e-9);
      return now.every((x, n) => Math.abs(x - states[k * N + n]!) < 1e-9 * size);
    });
  });
}

/** Where this setting was recorded, the record is what the weights answer here. */
export const asRecorded = (r: Run, v: Setting): boolean =>
  !r.reading ||
  students.every((student) =>
    (recordedFor(v)?.answers[student] ?? []).every(({ number, share }, q) => {
      const here = answersOf(r, student)![q]!;
      return here.number === number && Math.abs(here.share - share) < 1e-4;
    }),
  );
