import type { Overlay } from "../kit/derive.ts";
import type { Equation } from "../kit/equation.ts";
import type { Figure } from "../kit/figure.ts";
import type { Mark } from "./compile/marks.ts";

/** What a chapter's Markdown becomes at build time: plain data, the same on the server and in the browser. */

/** Text, or an element: [tag, attributes, ...children]. Tags that begin with "x-" are components. */
export type Node =
  | string
  | readonly [tag: string, attributes: Readonly<Record<string, string>>, ...children: Node[]];

/** A step without its text: what the shape of a lesson needs to know. */
export interface Step {
  readonly id: string;
  readonly title: string;
  readonly figure?: string;
  readonly preset?: string;
  /** The controls that stand in the step, where its author named them. */
  readonly controls?: string;
}

export interface WrittenStep extends Step {
  readonly body: readonly Node[];
}

/** What a page says of itself, at its head. */
export interface Front {
  readonly title: string;
  /** Its name in lists and in the browser's tab. */
  readonly short: string;
  /** The part of the course it belongs to. */
  readonly kicker: string;
  /** What the home page says of it. */
  readonly line: string;
  readonly summary: string;
  readonly goals: readonly string[];
  readonly minutes: number;
  /** Hash of the English page that a translation was made from. */
  readonly source?: string;
  /** A copy of the English page that waits for its translator. */
  readonly untranslated?: boolean;
}

export interface Page extends Front {
  readonly intro: readonly Node[];
  readonly steps: readonly WrittenStep[];
}

/** A page as the build hands it to the browser: the text of each scene is fetched by itself. */
export interface BuiltPage extends Omit<Page, "steps"> {
  readonly steps: readonly Step[];
  readonly texts: readonly (() => Promise<SceneText>)[];
  /** The figures of its scenes, by name. */
  readonly figures: Readonly<Record<string, FigureFiles>>;
  /** Where its directives stand; in the build of the pages only, which checks them. */
  readonly marks?: readonly Mark[];
}

/** What a figure is fetched from: its code, and its words where its page's language has them. */
export interface FigureFiles {
  readonly figure: () => Promise<Figure>;
  readonly words?: () => Promise<Overlay>;
}

/** The text of a scene: what each of its steps says, and the mathematics of its equations with the code that checks each. */
export interface SceneText {
  readonly bodies: Readonly<Record<string, readonly Node[]>>;
  readonly math: Readonly<Record<string, EquationMath>>;
  readonly checks: Readonly<Record<string, () => Promise<Equation>>>;
}

/** An equation's TeX rendered twice: with symbols, and with places for their values. */
export interface EquationMath {
  /** Its name and those of its symbols, in the language of the page. */
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly html: string;
  readonly live: string;
  readonly symbols: readonly string[];
}

/** The equations in a text, each once. */
export const equationsOf = (text: readonly Node[]): string[] => [
  ...new Set(findAll(text, "x-equation").map((n) => n[1].id!)),
];

/** Steps that share a figure stand beside it; a scene without a figure is plain prose. */
export interface Scene<S extends Step = Step> {
  readonly figure?: string;
  readonly steps: readonly S[];
}

export function scenesOf<S extends Step>(steps: readonly S[]): Scene<S>[] {
  const scenes: { figure?: string; steps: S[] }[] = [];
  for (const step of steps) {
    const last = scenes.at(-1);
    if (last && last.figure === step.figure) last.steps.push(step);
    else scenes.push({ ...(step.figure ? { figure: step.figure } : {}), steps: [step] });
  }
  return scenes;
}

/** Every element of a page with this tag, in order. */
export function findAll(nodes: readonly Node[], tag: string): Exclude<Node, string>[] {
  return nodes.flatMap((n) => {
    if (typeof n === "string") return [];
    const inside = findAll(n.slice(2) as Node[], tag);
    return n[0] === tag ? [n, ...inside] : inside;
  });
}
