import { surface } from "../../draw/scrub.ts";
import { graspable, pointed, tellValue } from "../../draw/hand.ts";
import type { Root } from "../../draw/picture.ts";
import type { Moment } from "../../kit/figure.ts";
import { format } from "../../kit/format.ts";
import type { Run } from "./compute.ts";
import { gridOf, nodeNear, type Layout } from "./layout.ts";
import { lookedAt, type Node } from "./network.ts";
import { holds } from "./nodes.ts";
import type { Setting } from "./params.ts";

interface Hands {
  readonly label: string;
  now(): Moment<Setting, Run>;
  set(patch: Partial<Setting>): void;
}

/** The nodes under a pointer or the arrow keys: pointing looks at one, a press holds it, leaving lets go. */
export function hands(svg: Root, layout: Layout, { label, now, set }: Hands): () => void {
  const { net } = layout;
  const ground = surface(
    svg,
    { left: net.left, top: net.top - 34, width: net.width, height: net.bottom - net.top + 60 },
    "choosing",
  );
  let held = 0;
  const look = (node: number) => {
    if (node !== now().values.node) set({ node });
  };
  const under = (px: number, py: number) => {
    const { network } = now().result;
    const found = nodeNear(network.nodes, gridOf(network, layout), px, py);
    return found === undefined ? 0 : found + 1;
  };
  graspable(ground, {
    label,
    move: (px, py, first) => {
      const node = under(px, py);
      if (first) held = node === held ? 0 : node;
      else if (node > 0) held = node;
      look(held);
    },
    nudge: (dx, dy) => {
      const { result, values, t } = now();
      const { nodes } = result.network;
      let to = lookedAt(result.network, values.node, t) ?? 0;
      for (
        let left = Math.min(nodes.length, Math.max(Math.abs(dx), Math.abs(dy)));
        left > 0;
        left--
      )
        to = neighbour(nodes, to, Math.sign(dx), -Math.sign(dy));
      held = to + 1;
      look(held);
    },
  });
  ground
    .on("pointermove.look", (e: PointerEvent) => {
      if (e.pointerType === "touch" || e.buttons > 0) return;
      look(under(...pointed(ground.node()!, e)) || held);
    })
    .on("pointerleave.look", (e: PointerEvent) => {
      if (e.pointerType !== "touch") look(held);
    });
  return () => {
    const { result: r, values, t } = now();
    if (values.node === 0) held = 0; // let go by a preset or a reset
    const i = lookedAt(r.network, values.node, t);
    tellValue(ground, spoken(r, i, t), (i ?? -1) + 1, 0, r.network.nodes.length);
  };
}

function spoken(r: Run, i: number | undefined, t: number): string {
  if (i === undefined) return "–";
  const node = r.network.nodes[i]!;
  const [a, b] = r.numbers[i]!;
  const span = node.span ? `t = ${node.span.from} … ${node.span.to}` : "–";
  return holds(node, Math.ceil(t)) ? `${span}: (${format(a)}, ${format(b)})` : span;
}

/** The nearest node in a direction: along the line, or one line up or down. */
function neighbour(nodes: readonly Node[], from: number, dx: number, dy: number): number {
  const here = nodes[from]!;
  if (dy === 0) {
    const next = nodes[from + dx];
    return next && next.level === here.level ? from + dx : from;
  }
  let [best, nearest] = [from, Infinity];
  nodes.forEach(({ level, column }, i) => {
    const away = Math.abs(column - here.column);
    if (level === here.level + dy && away < nearest) [best, nearest] = [i, away];
  });
  return best;
}
