import { readFileSync } from "node:fs";
import { chaptersIn } from "../../src/chapters/compile/folders.ts";
import {
  describe,
  footOf,
  readIn,
  settingOf,
  type Overlay,
  wordsOf,
} from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { keptTogether, written } from "../../src/kit/format.ts";

const figures = import.meta.glob<Figure>("../../src/figures/*/figure.ts", { import: "default" });
const overlays = import.meta.glob<Overlay>("../../content/*/figures/*.json", { import: "default" });

export interface Truth {
  readonly caption: string;
  /** The figure's foot, as it is written there. */
  readonly foot: readonly string[];
  /** A read-out by its name. */
  quoted(name: string): string;
}

/** What a figure says at a moment of a preset, worked out here by its declaration; undefined where a long task joins in. */
export async function truthOf(
  id: string,
  tag: string,
): Promise<((preset: string | undefined, t: number) => Truth) | undefined> {
  const f = await figures[`../../src/figures/${id}/figure.ts`]!();
  if (f.tasks) return undefined;
  const words = wordsOf(f, await overlays[`../../content/${tag}/figures/${id}.json`]?.());
  return (preset, t) => {
    const values = settingOf(f, preset);
    const m = { values, result: readIn(f, words, f.compute(values)), t };
    const quoted = (name: string) => {
      const r = f.readouts[name]!;
      return written(r.of(m.result, m.values, m.t), r.digits);
    };
    return {
      caption: keptTogether(describe(f, words, m)),
      foot: footOf(f, values).map((k) => `${words(`readouts.${k}`)} ${quoted(k)}`),
      quoted,
    };
  };
}

/** The preset on a figure's first digit key. */
export async function firstPreset(id: string): Promise<string | undefined> {
  const f = await figures[`../../src/figures/${id}/figure.ts`]!();
  return Object.entries(f.presets).find(([, p]) => !p.lesson)?.[0];
}

export interface Quoting {
  readonly step: string;
  readonly figure: string;
  readonly preset: string | undefined;
  /** The read-outs that its sentences quote, in order. */
  readonly names: readonly string[];
}

/** The steps of a chapter that set a figure and quote its numbers live, outside of what appears on answering. */
export function quotingSteps(slug: string): Quoting[] {
  const folder = chaptersIn("content").find((f) => f.replace(/^\d+-/, "") === slug)!;
  const [, ...steps] = readFileSync(`content/en/${folder}/index.md`, "utf8").split(/^## /m);
  return steps.flatMap((text) => {
    const [, step] = /^.*\{#([\w-]+)\}/.exec(text) ?? [];
    const [, figure, preset] = /^::figure\{id=([\w-]+)(?: preset=(\w+))?/m.exec(text) ?? [];
    const plain = text.replace(/^:::[\s\S]*?^:::$/gm, "");
    const names = [...plain.matchAll(/:val(?:\[[^\]]*\])?\{of=(\w+)([^}]*)\}/g)];
    if (!step || !figure || names.length === 0 || names.some((m) => m[2])) return [];
    return [{ step, figure, preset, names: names.map((m) => m[1]!) }];
  });
}

/** What stands in the caption's place while an open question withholds it. */
export const withheldIn = (tag: string): string => {
  const ui = JSON.parse(readFileSync(`content/${tag}/ui.json`, "utf8")) as Record<string, string>;
  return ui["ask.first"]!;
};
