import fc from "fast-check";
import { settingOf } from "../../src/kit/derive.ts";
import type { Figure } from "../../src/kit/figure.ts";
import type { Params, Values } from "../../src/kit/param.ts";
import { unit } from "../unit.ts";

const modules = import.meta.glob<Figure>("../../src/figures/*/figure.ts", {
  eager: true,
  import: "default",
});

/** Every figure of the course: a folder is its own registration, for the tests too. */
export const everyFigure = Object.entries(modules).map(([path, figure]) => ({
  figure,
  folder: path.split("/").at(-2)!,
}));

/** Any setting of a figure: each parameter maps [0, 1] onto its domain by itself. */
export function anySetting(f: Figure): fc.Arbitrary<Values<Params>> {
  return fc.record(
    Object.fromEntries(Object.entries(f.params).map(([k, p]) => [k, unit.map((u) => p.at(u))])),
  );
}

/** The setting as declared, and that of each preset. */
export const namedSettings = (f: Figure): [name: string, values: Values<Params>][] => [
  ["as declared", settingOf(f)],
  ...Object.keys(f.presets).map((k): [string, Values<Params>] => [k, settingOf(f, k)]),
];

/** The playhead's first and last place. */
export const lastStep = (f: Figure, result: unknown, values: Values<Params>): number =>
  (f.length?.(result, values) ?? 1) - 1;

/** The {names} in a sentence, sorted, each as often as it stands there. */
export const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

// The pictures of every preset are drawn at once: what their views fetch is here.
for (const { figure } of everyFigure)
  for (const [, values] of namedSettings(figure)) await figure.ready?.(values);
