import { onPress, type Grip, type Press } from "./press.ts";

export type { Grip };

export interface Hand extends Omit<Press, "move"> {
  /** Spoken name of what is moved. */
  readonly label: string;
  /** Called with the pointer in the picture's own units, from where it takes hold to the release. */
  move(x: number, y: number, first: boolean): void;
  /** Called for keys: arrows are ±1, with Shift and for Page keys ±10 (the coarse step), Home and End ±`FAR`. Beyond an end is that end. */
  nudge(dx: number, dy: number): void;
}

/** More steps than anything has from one end to the other. */
const FAR = 1e6;

const keys: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  PageUp: [0, 10],
  PageDown: [0, -10],
  Home: [-FAR, 0],
  End: [FAR, 0],
};

/** Where a pointer is, in the units of the picture around an element: in a place of another shape the picture stands in the middle. */
export function pointed(within: SVGElement, e: MouseEvent): [x: number, y: number] {
  const svg = within.ownerSVGElement!;
  const seen = svg.getBoundingClientRect();
  const [, , width, height] = svg.getAttribute("viewBox")!.split(" ").map(Number);
  const scale = Math.min(seen.width / width!, seen.height / height!);
  return [
    (e.clientX - seen.left - seen.width / 2) / scale + width! / 2,
    (e.clientY - seen.top - seen.height / 2) / scale + height! / 2,
  ];
}

/** Makes an SVG element something to take hold of, by mouse, touch, pen and keyboard alike. */
export function graspable(grip: Grip, hand: Hand): void {
  const node = grip.node()!;
  onPress(grip, { ...hand, move: (e, first) => hand.move(...pointed(node, e), first) });
  grip
    .attr("tabindex", 0)
    .attr("role", "slider")
    .attr("aria-label", hand.label)
    .attr("class", `${node.getAttribute("class") ?? ""} grip`)
    .on("keydown", (e: KeyboardEvent) => {
      const way = keys[e.key];
      if (!way || e.ctrlKey || e.metaKey || e.altKey) return;
      e.preventDefault();
      e.stopPropagation();
      const size = e.shiftKey && e.key.startsWith("Arrow") ? 10 : 1;
      hand.nudge(way[0] * size, way[1] * size);
    });
}

/** Tells the screen reader where a graspable element stands. */
export function tellValue(grip: Grip, text: string, now: number, min: number, max: number): void {
  grip
    .attr("aria-valuetext", text)
    .attr("aria-valuenow", plain(now))
    .attr("aria-valuemin", min)
    .attr("aria-valuemax", max);
}

/** ARIA takes no exponents, and a place in a long text is told whole. */
const plain = (x: number) => (Number.isInteger(x) ? x : Math.abs(x) < 1e-6 ? 0 : +x.toPrecision(4));
