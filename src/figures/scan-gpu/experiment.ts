import { leaseGpu, type Lease } from "../../gpu/device.ts";
import { GpuProblem } from "../../gpu/problem.ts";
import type { Report } from "../../kit/task.ts";
import { runOnCard } from "./card.ts";
import { errorOf } from "./check.ts";
import { patiently, timeOf, waitOf } from "../../tasks/clock.ts";
import { chunkOf, sizesOf, type Measured, type Run, type Stop } from "./compute.ts";
import { pairsOf, type Flat } from "./data.ts";
import { Helpers } from "./helpers.ts";
import { loop, nothingYet } from "./loop.ts";
import { cardMethods, type CardMethod, type Method } from "./methods.ts";
import type { Setting } from "./params.ts";

/** One thread is left out where it would hold the card longer than this, the others where they would bore, in seconds. */
const HELD = 0.05;
const BORING = 0.5;

type Found = { -readonly [K in keyof Run]?: Run[K] };
type Outcome = Omit<Measured, "method" | "L" | "error"> & { readonly out: Flat };

/** Every method on every size, small ones first; the graphics card as long as there is one. */
export async function* experiment(
  v: Setting,
  lease: Lease = leaseGpu(),
): AsyncGenerator<Report<Run>, Partial<Run>, undefined> {
  const bench = new Bench(v, lease);
  try {
    const sizes = sizesOf(v);
    await bench.meetCard();
    yield { done: 0, product: bench.found() };
    const pairs = await patiently(pairsOf(v.seed, sizes.at(-1)!, v.D));
    let done = 0;
    for (const L of sizes)
      for (const method of order) {
        if (bench.goesOn(method)) await bench.take(method, L, pairs);
        yield { done: ++done / (sizes.length * order.length), product: bench.found() };
      }
    return bench.found();
  } finally {
    bench.close();
  }
}

/** The plain loop comes first: the other times are read beside it. */
const order: readonly Method[] = ["loop", "helpers", ...cardMethods];

const isOnCard = (method: Method): method is CardMethod => method in cardSet;
const cardSet = Object.fromEntries(cardMethods.map((m) => [m, true]));

/** What is measured with, and what has been measured. */
class Bench {
  readonly #v: Setting;
  readonly #lease: Lease;
  readonly #helpers: Helpers | undefined;
  #found: Found = { measured: [], stopped: {}, shaders: {} };

  constructor(v: Setting, lease: Lease) {
    this.#v = v;
    this.#lease = lease;
    this.#found.cores = globalThis.navigator?.hardwareConcurrency ?? 1;
    if (typeof Worker === "undefined") this.#stop("helpers", "unsaid");
    else this.#helpers = new Helpers(v.helpers);
  }

  found(): Partial<Run> {
    return { ...this.#found };
  }

  goesOn(method: Method): boolean {
    if (this.#found.stopped![method]) return false;
    return !isOnCard(method) || this.#found.absence === undefined;
  }

  async meetCard(): Promise<void> {
    try {
      this.#found.device = await this.#lease.gpu.describe();
    } catch (problem) {
      this.#note(problem);
    }
  }

  /** Measures, checks and keeps one method at one size. */
  async take(method: Method, L: number, all: Flat): Promise<void> {
    const part = (x: Float32Array) => x.subarray(0, L * all.series);
    const pairs = { a: part(all.a), b: part(all.b), series: all.series };
    try {
      const { out, ...times } = await this.#run(method, L, pairs);
      if (!(times.seconds > 0)) return this.#stop(method, "unsaid"); // a clock that stands still
      const error = await patiently(errorOf(pairs, out));
      this.#found.measured = [...this.#found.measured!, { method, L, ...times, error }];
      // Twice the pairs will take up to twice the time.
      if (method === "one" && 2 * times.seconds > HELD) this.#stop(method, "long");
      else if (2 * times.seconds > BORING) this.#stop(method, "slow");
    } catch (problem) {
      if (isOnCard(method)) this.#note(problem, method);
      else if (method === "helpers") this.#stop(method, "unsaid");
      else throw problem;
    }
  }

  close(): void {
    this.#helpers?.close();
    this.#lease.release();
  }

  #run(method: Method, L: number, pairs: Flat): Promise<Outcome> {
    if (isOnCard(method)) return this.#onCard(method, L, pairs);
    return method === "loop" ? alone(pairs) : together(this.#helpers!, pairs);
  }

  async #onCard(method: CardMethod, L: number, pairs: Flat): Promise<Outcome> {
    const run = await runOnCard(this.#lease.gpu, method, pairs, chunkOf(this.#v, L));
    const { shaders, ...outcome } = run;
    this.#found.shaders = { ...this.#found.shaders, [method]: shaders };
    return outcome;
  }

  #stop(method: Method, why: Stop): void {
    this.#found.stopped = { ...this.#found.stopped, [method]: why };
  }

  /** A card that is not there, or no longer, is left alone; a method that it refuses goes no further. */
  #note(problem: unknown, method?: CardMethod): void {
    const absence = problem instanceof GpuProblem ? problem.absence : "failed";
    const refused = absence === "failed" || absence === "too-large";
    if (refused && method) this.#stop(method, "unsaid");
    else this.#found.absence = absence;
  }
}

const empty = ({ a, series }: Flat): Flat => ({
  a: new Float32Array(a.length),
  b: new Float32Array(a.length),
  series,
});

async function alone(pairs: Flat): Promise<Outcome> {
  const out = empty(pairs);
  const seconds = await patiently(timeOf(() => loop(pairs, out, nothingYet(pairs.series))));
  return { seconds, away: seconds, out }; // the pairs are where the loop is
}

async function together(helpers: Helpers, pairs: Flat): Promise<Outcome> {
  const out = empty(pairs);
  const away = await waitOf(async () => {
    await helpers.hold(pairs);
    await helpers.scan();
    await helpers.give(out);
  }, 3);
  await helpers.hold(pairs);
  const seconds = await waitOf(() => helpers.scan(), 9);
  return { seconds, away, out };
}
