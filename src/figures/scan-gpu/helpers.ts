import type { Flat } from "./data.ts";
import { carry } from "./loop.ts";

/** What a helper is told. */
export type Order =
  | { readonly do: "hold"; readonly pairs: Flat }
  | { readonly do: "reduce" }
  | { readonly do: "scan"; readonly before: Float64Array }
  | { readonly do: "give" };

/** What it answers. */
export interface Answer {
  readonly total?: Float64Array;
  readonly out?: Flat;
}

/** The chunked scan on worker threads: reduce, carry, scan; every helper has one chunk. */
export class Helpers {
  readonly #workers: readonly Worker[];
  #series = 1;

  constructor(count: number) {
    this.#workers = Array.from(
      { length: count },
      () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }),
    );
  }

  /** Brings each helper its chunk. A page without cross-origin isolation has no shared memory: the pairs are copied. */
  async hold({ a, b, series }: Flat): Promise<void> {
    this.#series = series;
    const rows = Math.ceil(a.length / series / this.#workers.length);
    await this.#all((k) => {
      const cut = (x: Float32Array) => x.slice(k * rows * series, (k + 1) * rows * series);
      const pairs = { a: cut(a), b: cut(b), series };
      return [{ do: "hold", pairs }, [pairs.a.buffer, pairs.b.buffer]];
    });
  }

  /** The scan itself, where the chunks are. */
  async scan(): Promise<void> {
    const totals = await this.#all(() => [{ do: "reduce" }]);
    const before = carry(
      totals.map(({ total }) => total!),
      this.#series,
    );
    await this.#all((k) => [{ do: "scan", before: before[k]! }]);
  }

  /** Brings the prefixes back into one row; the helpers keep nothing. */
  async give(into: Flat): Promise<void> {
    const parts = await this.#all(() => [{ do: "give" }]);
    let at = 0;
    for (const { out } of parts) {
      into.a.set(out!.a, at);
      into.b.set(out!.b, at);
      at += out!.a.length;
    }
  }

  close(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  #all(order: (k: number) => [Order, Transferable[]?]): Promise<Answer[]> {
    return Promise.all(this.#workers.map((worker, k) => ask(worker, ...order(k))));
  }
}

/** Tells a helper something and waits for its answer. */
function ask(worker: Worker, order: Order, transfer: Transferable[] = []): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const heard = new AbortController();
    const hear = (then: () => void) => {
      heard.abort();
      then();
    };
    const { signal } = heard;
    const answer = ({ data }: MessageEvent<Answer>) => hear(() => resolve(data));
    const broken = () => hear(() => reject(new Error("a helper broke down")));
    worker.addEventListener("message", answer, { signal });
    worker.addEventListener("error", broken, { signal });
    worker.postMessage(order, transfer);
  });
}
