import type { SymbolId } from "../notation.ts";
import type { Params, Values } from "./param.ts";
import type { Tasks } from "./task.ts";

/** A live number that prose may quote, describe() may speak and tests may read. */
export interface Readout<V, R> {
  readonly label: string;
  readonly symbol?: SymbolId;
  /** Shown in the figure's foot; the others are for prose and sentences. */
  readonly foot?: boolean;
  /** At which settings it stands in the foot; at all where not given. */
  when?(values: V): boolean;
  /** Significant digits shown; three where not given. */
  readonly digits?: number;
  of(result: R, values: V, t: number): number;
}

/** A statement true for every setting, from the mathematics: a property test and a live badge. */
export interface Law<V, R> {
  readonly label: string;
  /** It is checked on the model at this setting, not on the run that the picture shows; the badge says so. */
  readonly about?: "model";
  holds(result: R, values: V): boolean;
}

/** All that a picture depends on: equal moments give equal pictures. */
export interface Moment<V, R> {
  readonly result: R;
  readonly values: V;
  /** The playhead; between two whole steps while playing. */
  readonly t: number;
  /** A pinned result to compare with. */
  readonly ghost: { readonly result: R; readonly values: V } | undefined;
  /** What was shown when a handle or a slider was taken: while it is held, axes stay as they were for this. */
  readonly held?: { readonly result: R; readonly values: V } | undefined;
  /** What would give a question's answer away, until it is given: names of readouts; "caption", "picture": what those say of it. */
  readonly withheld?: ReadonlySet<string>;
}

/** Where a view draws: an element, a width class, and ways to talk back. */
export interface Stage<V, S extends string = string> {
  readonly host: Element;
  /** True on narrow columns: the figure is redrawn for them, not shrunk. */
  readonly compact: boolean;
  /** A phrase of the declaration in the reader's language. */
  say(phrase: S): string;
  /** Direct manipulation: the same as moving a slider. */
  set(patch: Partial<V>): void;
  seek(t: number): void;
}

export interface View<V, R> {
  draw(moment: Moment<V, R>): void;
  destroy(): void;
}

export interface Preset<V> {
  readonly label: string;
  readonly set: Partial<V>;
  /** Where the playhead starts; at the end where not given. */
  readonly t?: number;
  /** Offered to lesson steps only, not on the digit keys. */
  readonly lesson?: true;
}

/** A sound to be heard. */
export interface Sound {
  readonly samples: Float64Array | Float32Array;
  /** Samples a second, 8000 … 96000. */
  readonly rate: number;
}

/** A text that runs outside TypeScript (a shader), with remarks on its lines. */
export interface Listing<S extends string = string> {
  /** A phrase of the declaration. */
  readonly title: S;
  readonly text: string;
  /** Whether it has run here. */
  readonly ran: boolean;
  /** Each remark is a phrase, for the first line that holds the text. */
  readonly notes: readonly (readonly [at: string, phrase: S])[];
}

export type SymbolValue = number | readonly (readonly number[])[];

export interface Figure<P extends Params = Params, R = unknown, S extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly params: P;
  /** Which parameters change nothing just now, whatever their value: their controls are put away. */
  idle?(values: Values<P>): { readonly [K in keyof P]?: boolean };
  /** Where the slider of a number ends at these values, if before its `max`; what is set above it counts as that. */
  ends?(values: Values<P>): { readonly [K in keyof P]?: number };
  readonly presets: Readonly<Record<string, Preset<Values<P>>>>;
  /** Pure: equal values give an equal result, on the page, in a worker and in a test. */
  compute(values: Values<P>): R;
  /** The same for a reader of these words, where an example is one of their language: all that is told of it follows. */
  inWords?(result: R, say: (phrase: NoInfer<S>) => string): R;
  /** What takes longer than a frame, each with a bar of its own; what they produce joins the result. */
  readonly tasks?: Tasks<Values<P>, R>;
  /** Steps of the timeline for this result; a figure without time leaves it out. */
  length?(result: R, values: Values<P>): number;
  /** Which phrase names the moment in the figure's own unit (a year, a lag, a stage), under the picture; "t = …" where not given. */
  clock?(result: R, values: Values<P>, t: number): NoInfer<S> | undefined;
  /** Steps a second at speed 1×, where a second of the clock means something; 4 where not given. */
  readonly rate?: number;
  /** What can be heard, each on a button; where there is a `rate`, the playhead goes along. Undefined while there is none. */
  readonly sounds?: Readonly<
    Record<string, { readonly label: string; of(result: R, values: Values<P>): Sound | undefined }>
  >;
  readonly readouts: Readonly<Record<string, Readout<Values<P>, R>>>;
  /** Sentence templates; {name} stands for a parameter or a readout. Also the words inside the picture. */
  readonly phrases: Readonly<Record<S, string>>;
  /** Picks the sentence that a screen reader, the caption and the teacher panel speak. */
  describe(result: R, values: Values<P>, t: number): NoInfer<S>;
  /** The words of its sentences at these values, where one depends on them (a unit). */
  wording?(values: Values<P>, words: (path: string) => string): (path: string) => string;
  readonly laws: Readonly<Record<string, Law<Values<P>, R>>>;
  /** Present values of symbols: what "show with numbers" fills in and the equations' badges check. */
  symbols(result: R, values: Values<P>, t: number): Partial<Record<SymbolId, SymbolValue>>;
  readonly equations: readonly string[];
  /** The same computation in NumPy, with the present values filled in; the last number it prints is the answer. A long one is fetched. */
  numpy(values: Values<P>, result: R): string | Promise<string>;
  /** The figure's one number at the end of its timeline: a readout by its name, or what nobody needs to read but NumPy. */
  readonly answer: string | Pick<Readout<Values<P>, R>, "of">;
  /** What runs elsewhere than in TypeScript, as it ran or would. */
  code?(result: R, values: Values<P>): readonly Listing<NoInfer<S>>[];
  /** The results as files to keep, by their names; what writes one is fetched when it is asked for. */
  readonly files?: Readonly<
    Record<string, () => Promise<{ write(values: Values<P>, result: R): string }>>
  >;
  /** The same experiment in the playground, as its address there says it, name by name; undefined where it cannot be carried over. */
  playground?(values: Values<P>): Readonly<Record<string, string>> | undefined;
  /** `file#region`: the source that just ran. */
  readonly source: readonly string[];
  /** Fetches what the view needs to draw these values; undefined where it has everything. */
  ready?(values: Values<P>): Promise<unknown> | undefined;
  view(stage: Stage<Values<P>, NoInfer<S>>): View<Values<P>, R>;
}

/** Identity with inference: params fix P, compute fixes R, and the rest is checked against them. */
export const defineFigure = <const P extends Params, R, const S extends string>(
  f: Figure<P, R, S>,
): Figure<P, R, S> => f;
