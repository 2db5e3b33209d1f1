import type { Figure, Moment } from "./figure.ts";
import { raised, written } from "./format.ts";
import type { Params, Values } from "./param.ts";

export function initial<P extends Params>(params: P): Values<P> {
  return Object.fromEntries(Object.entries(params).map(([k, p]) => [k, p.initial])) as Values<P>;
}

/** The values of a preset, or of the figure as declared where no preset is named. */
export function settingOf<P extends Params, R, S extends string>(
  f: Figure<P, R, S>,
  preset?: string,
): Values<P> {
  return { ...initial(f.params), ...(preset === undefined ? {} : f.presets[preset]?.set) };
}

/** Where its playhead starts: Infinity is the end. */
export const startOf = (f: Pick<Figure, "presets">, preset?: string): number =>
  (preset === undefined ? undefined : f.presets[preset]?.t) ?? Infinity;

/** The last step of a result's timeline; 0 for a figure without time. */
export const lastOf = <P extends Params, R, S extends string>(
  f: Figure<P, R, S>,
  result: R,
  values: Values<P>,
): number => (f.length?.(result, values) ?? 1) - 1;

/** The number that the figure's NumPy text ends on. Throws where the declaration names a readout that is not there. */
export function answerOf(f: Figure, result: unknown, values: Values<Params>, t: number): number {
  const readout = typeof f.answer === "string" ? f.readouts[f.answer] : f.answer;
  if (!readout) throw new Error(`${f.id}: its answer names no readout: ${String(f.answer)}`);
  return readout.of(result, values, t);
}

/** A result as a reader of these words has it; as it was computed where nobody's words are given. */
export const readIn = <P extends Params, R, S extends string>(
  f: Figure<P, R, S>,
  words: Words | undefined,
  result: R,
): R => (words && f.inWords?.(result, (phrase) => words(`phrases.${phrase}`))) ?? result;

/** The whole moment of a preset: what its picture shows to a reader of these words. */
export function momentOf(
  f: Figure,
  preset?: string,
  words?: Words,
): Omit<Moment<Values<Params>, unknown>, "ghost"> {
  const values = settingOf(f, preset);
  const result = readIn(f, words, f.compute(values));
  return { values, result, t: Math.min(startOf(f, preset), lastOf(f, result, values)) };
}

/** The names of the parameters that change nothing just now. */
export const idleOf = (f: Figure, values: Values<Params>): string[] =>
  Object.entries(f.idle?.(values) ?? {}).flatMap(([name, idle]) => (idle ? [name] : []));

/** The names of the readouts in the figure's foot at this setting. */
export const footOf = (f: Figure, values: Values<Params>): string[] =>
  Object.entries(f.readouts).flatMap(([name, r]) =>
    r.foot && (r.when?.(values) ?? true) ? [name] : [],
  );

/** Every human sentence of a figure by path: the key set of each translation overlay. */
export function texts(f: Figure): Record<string, string> {
  const out: Record<string, string> = { title: f.title };
  for (const [k, p] of Object.entries(f.params)) {
    out[`params.${k}`] = p.label;
    for (const [o, label] of Object.entries(p.options ?? {})) out[`params.${k}.${o}`] = label;
  }
  for (const [k, p] of Object.entries(f.presets)) out[`presets.${k}`] = p.label;
  for (const [k, r] of Object.entries(f.readouts)) out[`readouts.${k}`] = r.label;
  for (const [k, s] of Object.entries(f.phrases)) out[`phrases.${k}`] = s;
  for (const [k, l] of Object.entries(f.laws)) out[`laws.${k}`] = l.label;
  for (const [k, s] of Object.entries(f.sounds ?? {})) out[`sounds.${k}`] = s.label;
  for (const [k, t] of Object.entries(f.tasks ?? {})) out[`tasks.${k}`] = t.label;
  return out;
}

/** A translation overlay: path → [English source, translation]. */
export type Overlay = Readonly<Record<string, readonly [string, string]>>;
export type Words = (path: string) => string;

/** The figure's words in the reader's language; a missing translation falls back to the English source. */
export function wordsOf(f: Figure, overlay?: Overlay): Words {
  const english = texts(f);
  return (path) => overlay?.[path]?.[1] ?? english[path] ?? path;
}

type Told = Pick<Moment<Values<Params>, unknown>, "result" | "values" | "t" | "withheld">;

/**
 * Fill {name} in a phrase from the parameters and readouts of that name, 2^{name} as a power; throws on a stranger. Sentences
 * that hold what is withheld are left out.
 */
export function speak(f: Figure, words: Words, m: Told, phrase: string): string {
  const { result, values, t } = m;
  const say = f.wording?.(values, words) ?? words;
  const filled = open(f, say(`phrases.${phrase}`), m.withheld).replace(
    /\{(\w+)\}/g,
    (_, name: string) => {
      if (name === "t") return String(Math.floor(t));
      if (name === "result") return written(answerOf(f, result, values, t));
      const readout = f.readouts[name];
      if (readout) return written(readout.of(result, values, t), readout.digits);
      const param = f.params[name];
      if (param?.options) return words(`params.${name}.${String(values[name])}`);
      if (param) return written(Number(values[name]));
      throw new Error(`${f.id}: no parameter or readout named ${name}`);
    },
  );
  return filled.replace(/\^(\d+)/g, (_, power: string) => raised(power));
}

/** Words and numbers are those of a whole step, however far the picture is on its way to the next. */
export const atStep = <M extends Pick<Told, "t">>(m: M): M => ({ ...m, t: Math.floor(m.t) });

/** The spoken description: what the picture shows at this step, in one sentence; empty where that is withheld. */
export function describe(f: Figure, words: Words, m: Told): string {
  if (m.withheld?.has("caption")) return "";
  const at = atStep(m);
  return speak(f, words, at, f.describe(at.result, at.values, at.t));
}

/** The moment in the figure's own unit; undefined where that is a plain step. */
export function clockOf(f: Figure, words: Words, m: Told): string | undefined {
  const at = atStep(m);
  const phrase = f.clock?.(at.result, at.values, at.t);
  return phrase === undefined ? undefined : speak(f, words, at, phrase);
}

/** What is left of a phrase without the sentences that hold something withheld; nothing, where all do. */
function open(f: Figure, phrase: string, withheld: Told["withheld"]): string {
  if (!withheld?.size) return phrase;
  const kept = ([, name]: RegExpMatchArray) =>
    !withheld.has(name === "result" && typeof f.answer === "string" ? f.answer : name!);
  return phrase
    .split(/(?<=[.!?]\s)|(?<=[。！？])/u)
    .filter((sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].every(kept))
    .join("")
    .trim();
}
