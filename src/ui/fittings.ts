import type { JSX } from "react";
import type { Figure } from "../kit/figure.ts";

type Control = (p: { name: string; param: never }) => JSX.Element;

/** What some cards have and others do not: controls by the kind of their parameter, and two bars. */
export interface Fittings {
  readonly sounds?: () => JSX.Element;
  readonly tasks?: () => JSX.Element;
  readonly [kind: string]: Control | undefined;
}

/** The house's, and those that a figure brings along in its folder. */
const files = import.meta.glob<Control>(
  ["/src/ui/fittings/*.tsx", "/src/figures/*/controls/*.tsx"],
  { import: "default" },
);

/** The files of the fittings that a figure declares, by their names: its own come before the house's. */
export function fittingsOf({ id, params, sounds, tasks }: Figure): ReadonlyMap<string, string> {
  const declared = Object.values(params).map((p) => p.kind);
  if (sounds) declared.push("sounds");
  if (tasks) declared.push("tasks");
  const found = new Map<string, string>();
  for (const name of declared)
    for (const folder of ["ui/fittings", `figures/${id}/controls`])
      if (`/src/${folder}/${name}.tsx` in files) found.set(name, `/src/${folder}/${name}.tsx`);
  return found;
}

/** Fetches them: they come with the figure, so that its card is drawn whole at once. */
export async function loadFittings(figure: Figure): Promise<Fittings> {
  const load = async ([name, file]: [string, string]) => [name, await files[file]!()] as const;
  return Object.fromEntries(await Promise.all([...fittingsOf(figure)].map(load))) as Fittings;
}
