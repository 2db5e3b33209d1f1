import { tagOf } from "./directives.ts";
import type { Node } from "./page.ts";

/** What the questions of a step that are still to be answered keep from the reader. */
export function withheldBy(
  body: readonly Node[],
  stepId: string,
  answers: Readonly<Record<string, number>>,
): ReadonlySet<string> {
  const waiting = questionsIn(body).filter((_, k) => answers[`${stepId}.${k}`] === undefined);
  return new Set(waiting.flatMap(([, { hides }]) => hides?.split(" ") ?? []));
}

const kinds: readonly string[] = [tagOf("predict"), tagOf("quiz")];

/** The questions of a step in the order by which they are numbered. */
function questionsIn(nodes: readonly Node[]): Exclude<Node, string>[] {
  return nodes.flatMap((n) => {
    if (typeof n === "string") return [];
    return kinds.includes(n[0]) ? [n] : questionsIn(n.slice(2) as Node[]);
  });
}
