import { directives } from "../directives.ts";
import { written, type Mark } from "./marks.ts";
import type { Compiled } from "./markdown.ts";
import { Mistake } from "./mistake.ts";

interface Side {
  readonly page: Compiled;
  readonly file: string;
}

/** The first place where a translation is not built like its English page; undefined where it is. */
export function difference(mine: Side, english: Side): Mistake | undefined {
  const wrong = (line: number, what: string) =>
    new Mistake(mine.file, line, what, `make it like ${english.file}`);
  if (mine.page.minutes !== english.page.minutes)
    return wrong(1, `minutes is ${mine.page.minutes}, in English ${english.page.minutes}`);
  if (mine.page.goals.length !== english.page.goals.length)
    return wrong(1, `${mine.page.goals.length} goals, in English ${english.page.goals.length}`);
  const ids = (side: Side) => side.page.steps.map((s) => s.id);
  const k = firstApart(ids(mine), ids(english));
  if (k !== undefined)
    return wrong(
      1,
      `step ${k + 1} is ${ids(mine)[k] ?? "missing"}, in English ${ids(english)[k] ?? "missing"}`,
    );
  for (const step of [undefined, ...ids(english)])
    for (const moves of [false, true]) {
      const found = apart(inStep(mine, step, moves), inStep(english, step, moves));
      if (!found) continue;
      const [here, there] = found;
      const place = step === undefined ? "the opening words" : `step ${step}`;
      return new Mistake(
        mine.file,
        here?.line ?? 1,
        `in ${place} stands ${here ? full(here) : "nothing"} where the English has ${there ? full(there) : "nothing"}`,
        `make it like ${english.file}${there ? `:${there.line}` : ""}`,
      );
    }
  return undefined;
}

/** The marks of a step that keep their order, or those that grammar may move, sorted. */
function inStep({ page }: Side, step: string | undefined, moves: boolean): Mark[] {
  const free = (m: Mark) => m.name === "link" || directives[m.name].moves === true;
  const marks = page.marks.filter((m) => m.step === step && free(m) === moves);
  return moves ? marks.toSorted((a, b) => (full(a) < full(b) ? -1 : 1)) : marks;
}

function apart(mine: readonly Mark[], english: readonly Mark[]) {
  const k = firstApart(mine.map(full), english.map(full));
  return k === undefined ? undefined : ([mine[k], english[k]] as const);
}

function firstApart(a: readonly string[], b: readonly string[]): number | undefined {
  const k = Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i);
  return k.find((i) => a[i] !== b[i]);
}

/** A mark with all that two languages share of it: words are the translator's. */
function full(mark: Mark): string {
  if (mark.name === "link") return written(mark);
  const rule = directives[mark.name].attributes;
  const shared = Object.entries(mark.attributes)
    .map(([key, value]): [string, string] => [key, rule[key]!.kind === "text" ? "…" : value])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = written({ name: mark.name, attributes: Object.fromEntries(shared) });
  return mark.options === undefined ? text : `${text} with ${mark.options} options`;
}
