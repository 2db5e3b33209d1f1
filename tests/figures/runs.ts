import { momentOf, settingOf } from "../../src/kit/derive.ts";
import { drive, type Message } from "../../src/tasks/drive.ts";
import { Refusal } from "../../src/kit/task.ts";
import type { Figure } from "../../src/kit/figure.ts";
import type { Param, Params, Values } from "../../src/kit/param.ts";
import type { AnyMoment } from "./portrait.ts";

type Product = object;

/** Where a figure's tasks take many seconds as it is declared: a smaller setting for the tests. */
const SMALL: Readonly<Record<string, object>> = {
  "train-pair": { steps: 100, L: 8, K: 1 },
  parity: { steps: 200, L: 8 },
  "s4-block": { H: 2, N: 4, lag: 8, steps: 200 },
  text: { source: "own" },
};

/** The setting at which a figure's tasks are tried. */
export const trialOf = (f: Figure): Values<Params> => ({ ...settingOf(f), ...SMALL[f.id] });

const own: unknown[] = [];
/** A value as a key: what no address carries by who it is. */
function printed(param: Param<unknown>, value: unknown): string {
  const text = param.print(value);
  if (!param.stays?.(text)) return text;
  if (!own.includes(value)) own.push(value);
  return `${text} ${own.indexOf(value)}`;
}

/** A task that ran to its end. */
export interface Told {
  readonly product: Product;
  /** How far it said it was, each time. */
  readonly done: readonly number[];
  /** What it told of: reports, its end, a problem. */
  readonly kinds: ReadonlySet<Message<unknown>["kind"]>;
}

/** Each task is run once for equal values of what it needs, whoever asks. */
const runs = new Map<string, Promise<Told>>();
export function told(f: Figure, name: string, values: Values<Params>): Promise<Told> {
  const chain: string[] = [];
  for (let at: string | undefined = name; at !== undefined; at = f.tasks![at]!.after)
    chain.push(at);
  const needs = chain.flatMap((n) => f.tasks![n]!.needs);
  const key = JSON.stringify([f.id, name, needs.map((k) => printed(f.params[k]!, values[k]))]);
  const run = async (): Promise<Told> => {
    const [done, kinds] = [[] as number[], new Set<Message<unknown>["kind"]>()];
    const product = await runTask(f, name, values, {}, (m) => {
      kinds.add(m.kind);
      if (m.kind === "report") done.push(m.report.done);
    });
    return { product, done, kinds };
  };
  const known = runs.get(key) ?? run();
  runs.set(key, known);
  return known;
}

/** What a task produces. */
export const whole = async (f: Figure, name: string, values: Values<Params>): Promise<Product> =>
  (await told(f, name, values)).product;

/** Runs a figure's task on what it builds on, to its end or through some products; hears what it tells. */
export async function runTask(
  f: Figure,
  name: string,
  values: Values<Params>,
  { had = {}, products = Infinity }: { had?: Product; products?: number } = {},
  hear: (message: Message<unknown>) => void = () => undefined,
): Promise<Product> {
  const task = f.tasks![name]!;
  let made =
    task.after === undefined ? { ...had } : { ...(await whole(f, task.after, values)), ...had };
  let left = products;
  const stop = new AbortController();
  let broke: unknown;
  const run: typeof task.run = async function* (...given) {
    try {
      return yield* task.run(...given);
    } catch (e) {
      if (!(e instanceof Refusal)) broke = e;
      throw e;
    }
  };
  const tell = (message: Message<unknown>) => {
    if (broke !== undefined) throw broke; // a reader hears only that it broke down, its author why
    hear(message);
    if (message.kind === "problem") return;
    const add = message.kind === "end" ? message.product : message.report.product;
    if (add === undefined) return;
    made = { ...made, ...add };
    if (--left <= 0) stop.abort();
  };
  await drive(run, values, tell, stop.signal, made);
  // What crosses from a worker has to survive the crossing.
  return structuredClone(made);
}

/** What all of a figure's tasks produce. */
export async function runTasks(f: Figure, values: Values<Params>): Promise<Product> {
  let made: Product = {};
  for (const name of Object.keys(f.tasks ?? {}))
    made = { ...made, ...(await whole(f, name, values)) };
  return made;
}

const moments = new Map<string, Promise<AnyMoment>>();
/** What a reader sees in the setting: with what the figure computes by itself. */
export function settled(f: Figure, preset: string | undefined): Promise<AnyMoment> {
  const key = `${f.id} ${preset}`;
  const make = async (): Promise<AnyMoment> => {
    const m = { ...momentOf(f, preset), ghost: undefined };
    let had = {};
    for (const [name, { auto, unneeded }] of Object.entries(f.tasks ?? {}))
      if (auto && !unneeded?.(m.values)) had = { ...had, ...(await whole(f, name, m.values)) };
    return { ...m, result: { ...(m.result as object), ...had } };
  };
  const known = moments.get(key) ?? make();
  moments.set(key, known);
  return known;
}
