/** A machine as its maker describes it. */
export interface Card {
  readonly name: string;
  /** Bytes a second from and to its memory; multiplications and additions a second in single precision. */
  readonly bandwidth: number;
  readonly peak: number;
  /** Exponentials a second; undefined where the maker does not say. */
  readonly exps: number | undefined;
  readonly source: string;
}

/** Exponentials a second: 16 a clock and multiprocessor (CUDA C++ Programming Guide, arithmetic throughput, 8.0 and 9.0). */
const units = (multiprocessors: number, clock: number) => 16 * multiprocessors * clock;

export const cards = {
  h200: {
    name: "NVIDIA H200",
    bandwidth: 4.8e12,
    peak: 67e12,
    exps: units(132, 1.98e9),
    source: "NVIDIA, H200 (SXM) data sheet",
  },
  a100: {
    name: "NVIDIA A100",
    bandwidth: 2.039e12,
    peak: 19.5e12,
    exps: units(108, 1.41e9),
    source: "NVIDIA, A100 80 GB (SXM) data sheet",
  },
  m2: {
    name: "Apple M2",
    bandwidth: 100e9,
    peak: 3.6e12,
    exps: undefined,
    source: "Apple Newsroom, 6 June 2022",
  },
} as const satisfies Record<string, Card>;

export type CardId = keyof typeof cards;
export const cardOf = (id: CardId): Card => cards[id];
