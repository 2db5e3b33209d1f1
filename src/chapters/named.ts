import { settingOf } from "../kit/derive.ts";
import type { Figure } from "../kit/figure.ts";
import { letterOf } from "../notation.ts";
import { tagOf } from "./directives.ts";
import { findAll, type Node, type Step } from "./page.ts";

/** A step has room for so many controls. */
const ROOM = 3;

/**
 * The controls that stand in a step: those its author named; else the parameters whose symbols stand in its text, and those that
 * the answer to its question changes.
 */
export function namedIn(step: Step, body: readonly Node[], figure: Figure): readonly string[] {
  if (step.controls !== undefined) return step.controls.split(" ");
  const letters = lettersIn(body);
  const before = settingOf(figure, step.preset);
  const after = findAll(body, tagOf("predict")).flatMap(([, { then }]) =>
    then ? [settingOf(figure, then)] : [],
  );
  const params = Object.entries(figure.params);
  const read = params.filter(([, p]) => p.symbol && letters.has(letterOf(p.symbol)));
  const changed = params.filter(([k, p]) =>
    after.some((v) => p.kind === "number" && p.print(v[k]) !== p.print(before[k])),
  );
  return [...new Set([...read, ...changed].map(([k]) => k))].slice(0, ROOM);
}

/** The single letters that a text sets as mathematics. */
function lettersIn(body: readonly Node[]): ReadonlySet<string> {
  const html = findAll(body, "x-math").map(([, attributes]) => attributes.html!);
  return new Set(
    html.flatMap((h) => [...h.matchAll(/<(?:mi|i)[^>]*>([^<]+)<\/(?:mi|i)>/g)].map((m) => m[1]!)),
  );
}
