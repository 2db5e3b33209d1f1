import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Mamba, forward } from "../../src/models/mamba.ts";
import { type Channel, channelStates, hearing } from "../../src/models/mamba/channel.ts";
import { intermediate } from "../../src/models/mamba/intermediates.ts";
import { type Change, readOn } from "../../src/models/mamba/intervene.ts";
import { placeOf, standAt } from "../../src/models/mamba/place.ts";
import { retrace } from "../../src/models/mamba/retrace.ts";
import { begin, traceStack } from "../../src/models/mamba/stack.ts";
import { selectiveScan } from "../../src/models/s6.ts";
import { influence } from "../../src/models/selectiveState.ts";
import { expectClose } from "../near.ts";
import { golden, randomMamba, tiny, tokens } from "./mambaCases.ts";

const VOCAB = 7;
const model = (layers: number, seed: number) =>
  randomMamba(
    { vocab_size: VOCAB, hidden_size: 6, state_size: 3, num_hidden_layers: layers },
    seed,
  );
const cases = fc.record({
  seed: fc.integer({ min: 0, max: 1e6 }),
  layers: fc.integer({ min: 1, max: 3 }),
  L: fc.integer({ min: 1, max: 14 }),
  room: fc.integer({ min: 1, max: 16 }),
  where: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

/** The logits of a text, read with changes. */
function read(stack: Mamba, ids: Int32Array, changes: readonly Change[] = [], room = 5) {
  const run = begin(stack, room, false);
  const { width, data } = run.logits;
  const logits = new Float64Array(ids.length * width);
  readOn(stack, run, ids, changes, (from, steps) =>
    logits.set(data.subarray(0, steps * width), from * width),
  );
  return { run, logits };
}
const f32 = (x: Float64Array) => [...Float32Array.from(x)];

describe("reading with changes", () => {
  it("without one is what the model says, to the last bit; it is the reference's", () => {
    const { ids, logits } = golden<{ ids: number[]; logits: number[][] }>("logits.json");
    const said = read(tiny(), Int32Array.from(ids)).logits;
    expectClose(said, logits.flat(), 1e-4);
    fc.assert(
      fc.property(cases, ({ seed, layers, L, room }) => {
        const [stack, ids] = [model(layers, seed), tokens(seed, VOCAB, L)];
        expect(f32(read(stack, ids, [], room).logits)).toEqual([...forward(stack, ids)]);
        const idle: Change = { kind: "times", value: 1, at: L - 1 };
        expect(f32(read(stack, ids, [idle], room).logits)).toEqual([...forward(stack, ids)]);
      }),
    );
  });

  it("with states and windows cleared at a step says what the rest alone would; nothing before it changes", () => {
    fc.assert(
      fc.property(cases, ({ seed, layers, L, room, where }) => {
        const [stack, ids] = [model(layers, seed), tokens(seed, VOCAB, L)];
        const at = Math.floor(where * L);
        const { logits } = read(stack, ids, [{ kind: "both", at }], room);
        const plain = [...forward(stack, ids)];
        expect(f32(logits.subarray(0, at * VOCAB))).toEqual(plain.slice(0, at * VOCAB));
        expect(f32(logits.subarray(at * VOCAB))).toEqual([...forward(stack, ids.slice(at))]);
        const apart: Change[] = [
          { kind: "window", at },
          { kind: "state", at },
        ];
        expect(read(stack, ids, apart, room).logits).toEqual(logits);
      }),
    );
  });

  it("with the states alone cleared, the convolution of one block still has the three steps before", () => {
    fc.assert(
      fc.property(cases, ({ seed, L, room, where }) => {
        const [stack, ids] = [model(1, seed), tokens(seed, VOCAB, L)];
        const at = Math.floor(where * L);
        const few = Math.min(3, at);
        const mute = Array.from({ length: few }, (_, k): Change => ({ kind: "unheard", at: k }));
        const short = read(stack, ids.slice(at - few), mute, room).logits;
        const { logits } = read(stack, ids, [{ kind: "state", at }], room);
        expect([...logits.subarray(at * VOCAB)]).toEqual([...short.subarray(few * VOCAB)]);
      }),
    );
  });

  it("Δ = 0 leaves every state as it was", () => {
    fc.assert(
      fc.property(cases, ({ seed, layers, L, room }) => {
        const [stack, ids] = [model(layers, seed), tokens(seed, VOCAB, L + 1)];
        const held = read(stack, ids, [{ kind: "delta", value: 0, at: L }], room).run;
        expect(placeOf(held).states).toEqual(placeOf(read(stack, ids.slice(0, L)).run).states);
      }),
    );
  });

  it("another Δ in one block is what `retrace` makes of it; an unheard step is one with B = 0", () => {
    fc.assert(
      fc.property(cases, ({ seed, layers, L, room, where }) => {
        const [stack, ids] = [model(layers, seed), tokens(seed, VOCAB, L)];
        const [at, layer] = [Math.floor(where * L), seed % layers];
        const { run } = traceStack(stack, ids);
        const { E, N } = stack.shape;
        const seen = (name: "u" | "delta" | "B" | "C") => intermediate(run, layer, name).data;
        const B = seen("B").fill(0, at * N, (at + 1) * N);
        const want = selectiveScan({
          L,
          channels: E,
          states: N,
          u: seen("u"),
          delta: seen("delta"),
          A: run.cores[layer]!.map((x) => -x),
          B,
          C: seen("C"),
          D: Float64Array.from(stack.weights.blocks[layer]!.D),
        });
        const delta = seen("delta").fill(0.7, at * E, (at + 1) * E);
        const set = read(stack, ids, [{ kind: "delta", value: 0.7, at, layers: [layer] }], room);
        expect(set.logits).toEqual(retrace(stack, run, layer, delta));
        const deaf = read(stack, ids, [{ kind: "unheard", at, layers: [layer] }], L).run;
        expectClose(intermediate(deaf, layer, "y", L).data, want.y, 1e-12, 1);
        expectClose(placeOf(deaf).states[layer]!, want.last, 1e-12, 1);
      }),
    );
  });

  it("goes on from a place as if it had never paused", () => {
    fc.assert(
      fc.property(cases, ({ seed, layers, L, room, where }) => {
        const [stack, ids] = [model(layers, seed), tokens(seed, VOCAB, L + 1)];
        const at = 1 + Math.floor(where * L);
        const place = structuredClone(placeOf(read(stack, ids.slice(0, at), [], room).run));
        const run = begin(stack, 3, false);
        standAt(run, place);
        let last = new Float64Array();
        readOn(stack, run, ids.slice(at), [], (_, steps) => {
          last = run.logits.data.slice((steps - 1) * VOCAB, steps * VOCAB);
        });
        expect([...last]).toEqual([...read(stack, ids).logits.subarray(-VOCAB)]);
        expect(placeOf(run)).toEqual(placeOf(read(stack, ids).run));
      }),
    );
  });

  it("says what is wrong", () => {
    const [stack, ids] = [model(1, 1), tokens(1, VOCAB, 4)];
    const failing = (change: Change) => () => read(stack, ids, [change]);
    expect(failing({ kind: "both", at: 4 })).toThrow("change.at must be below 4, got 4");
    expect(failing({ kind: "delta", value: -1, at: 0 })).toThrow(/change.value must be a finite/);
    expect(() => read(stack, Int32Array.of(9))).toThrow(/ids\[0\] must be a token/);
    const other = begin(model(1, 1), 1, false);
    const place = { states: [new Float64Array(1)], windows: [] };
    expect(() => standAt(other, place)).toThrow(/states\[0\] must be a Float64Array of length/);
  });
});

describe("one channel by itself", () => {
  /** A channel of a trace, from step `from` on. */
  function channelOf(stack: Mamba, ids: Int32Array, layer: number, e: number, from: number) {
    const { run } = traceStack(stack, ids);
    const { E, N } = stack.shape;
    const of = (name: "u" | "delta" | "B" | "C" | "h" | "y", width: number, col?: number) => {
      const { data } = intermediate(run, layer, name);
      const rest = data.subarray(from * width);
      return col === undefined ? rest : rest.filter((_, i) => i % width === col);
    };
    const h = intermediate(run, layer, "h").data;
    const stateAt = (t: number) =>
      t < 0 ? new Float64Array(N) : h.slice((t * E + e) * N, (t * E + e + 1) * N);
    const channel: Channel = {
      u: of("u", E, e),
      delta: of("delta", E, e),
      B: of("B", N),
      C: of("C", N),
      A: run.cores[layer]!.slice(e * N, (e + 1) * N).map((x) => -x),
      D: stack.weights.blocks[layer]!.D[e]!,
      start: stateAt(from - 1),
    };
    return { channel, y: of("y", E, e), stateAt, run };
  }
  const anywhere = (check: (channel: Channel, y: Float64Array, seed: number) => void) =>
    fc.assert(
      fc.property(cases, ({ seed, layers, L, where }) => {
        const [stack, ids] = [model(layers, seed), tokens(seed, VOCAB, L)];
        const from = Math.floor(where * L);
        const { channel, y } = channelOf(stack, ids, seed % layers, seed % 12, from);
        check(channel, y, seed);
      }),
    );

  it("has the states and outputs of the model, to the last bit, wherever it begins", () => {
    fc.assert(
      fc.property(cases, ({ seed, layers, L, where }) => {
        const [stack, ids] = [model(layers, seed), tokens(seed, VOCAB, L)];
        const from = Math.floor(where * L);
        const { channel, y, stateAt } = channelOf(stack, ids, seed % layers, seed % 12, from);
        const mine = channelStates(channel);
        expect([...mine.y]).toEqual([...y]);
        expect([...mine.h.subarray(-3)]).toEqual([...stateAt(L - 1)]);
      }),
    );
  });

  it("the row of what is heard, times the inputs, and what is beside it make the output", () => {
    anywhere((channel, y) => {
      y.forEach((said, t) => {
        const { row, before, skip } = hearing(channel, t);
        const parts = [...row.map((k, s) => k * channel.u[s]!), before, skip];
        const size = parts.reduce((sum, x) => sum + Math.abs(x), 0);
        const sum = parts.reduce((a, b) => a + b, 0);
        expect(Math.abs(sum - said)).toBeLessThanOrEqual(1e-13 * Math.max(size, 1e-6));
      });
    });
  });

  it("is the influence of each input on the output, as the selective scan has it", () => {
    anywhere((channel, _, seed) => {
      const L = channel.u.length;
      const t = seed % L;
      const input = { ...channel, L, channels: 1, states: 3, D: Float64Array.of(channel.D) };
      const all = influence(input, 0, t);
      all[t]! -= channel.D;
      expectClose(hearing(channel, t).row, all, 1e-12, 1);
    });
  });

  it("has no row behind its last step", () =>
    expect(() => hearing(channelOf(model(1, 1), tokens(1, VOCAB, 2), 0, 0, 0).channel, 2)).toThrow(
      "t must be below 2, got 2",
    ));
});
