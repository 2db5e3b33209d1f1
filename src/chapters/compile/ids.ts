import { directives, type AttributeKind } from "../directives.ts";
import type { Step } from "../page.ts";
import type { Mark } from "./marks.ts";
import { Mistake, suggest } from "./mistake.ts";

/** What pages may name; what is undefined is checked at another time. */
export interface Known {
  readonly figures?: readonly string[];
  readonly equations?: readonly string[];
  figure(id: string): FigureNames | undefined;
}
interface FigureNames {
  readonly presets: object;
  readonly readouts: object;
  readonly params: object;
}

/** Throws a Mistake on the first id of a page that names nothing. */
export function checkIds(
  { steps, marks }: { readonly steps: readonly Step[]; readonly marks: readonly Mark[] },
  file: string,
  known: Known,
): void {
  for (const mark of marks) {
    if (mark.name === "link") continue;
    const figure = steps.find((s) => s.id === mark.step)?.figure;
    for (const [key, value] of Object.entries(mark.attributes)) {
      const { kind } = directives[mark.name].attributes[key]!;
      const named = namesOf(kind, figure, known);
      if (!named) continue;
      const what = `{${key}=${value}} names no ${kind} of ${named.of}`;
      const stranger = wordsOf(kind, value).find((word) => !named.names.includes(word));
      if (stranger !== undefined)
        throw new Mistake(file, mark.line, what, suggest(stranger, named.names));
    }
  }
}

const wordsOf = (kind: AttributeKind, value: string) =>
  kind === "controls" || kind === "withheld" ? value.split(" ") : [value];

function namesOf(kind: AttributeKind, figure: string | undefined, known: Known) {
  const folder = kind === "figure" ? known.figures : kind === "equation" && known.equations;
  if (folder) return { of: `src/${kind}s`, names: folder };
  if (!["preset", "readout", "controls", "withheld"].includes(kind)) return undefined;
  if (figure === undefined) return { of: "its step, which has no figure", names: [] };
  const its = known.figure(figure);
  if (!its) return undefined;
  if (kind === "controls") return { of: figure, names: [...Object.keys(its.params), "presets"] };
  const readouts = Object.keys(its.readouts);
  if (kind === "withheld") return { of: figure, names: [...readouts, "caption", "picture"] };
  return { of: figure, names: kind === "preset" ? Object.keys(its.presets) : readouts };
}
