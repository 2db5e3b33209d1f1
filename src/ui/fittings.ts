import type { JSX } from "react";
import type { Figure } from "../kit/figure.ts";

type Control = (p: { name: string; param: never }) => JSX.Element;

/** What some cards have and others do not: controls by the kind of their parameter, and two bars. */
export interface Fittings {
  readonly sounds?: () => JSX.Element;
  readonly task?: () => JSX.Element;
  readonly [kind: string]: Control | undefined;
}

const files = import.meta.glob<Control>("./fittings/*.tsx", { import: "default" });
const fileOf = (name: string) => `./fittings/${name}.tsx`;

/** The names of the fittings that a figure declares; each is a file of the folder. */
export function fittingsOf({ params, sounds, task }: Figure): string[] {
  const declared = Object.values(params).map((p) => p.kind);
  if (sounds) declared.push("sounds");
  if (task) declared.push("task");
  return [...new Set(declared)].filter((name) => fileOf(name) in files);
}

/** Fetches them: they come with the figure, so that its card is drawn whole at once. */
export async function loadFittings(figure: Figure): Promise<Fittings> {
  const load = async (name: string) => [name, await files[fileOf(name)]!()] as const;
  return Object.fromEntries(await Promise.all(fittingsOf(figure).map(load))) as Fittings;
}
