import { beforeEach, describe, expect, test, vi } from "vitest";
import { graspable, type Hand } from "../../src/draw/hand.ts";
import { picture } from "../../src/draw/picture.ts";
import { surface } from "../../src/draw/scrub.ts";
import { sketch } from "../../src/draw/sketch.ts";
import { GRASPED, RECALLED } from "../../src/kit/hold.ts";
import { own, type Signal } from "../../src/kit/signal.ts";

const SIDE = 100;
const area = { left: 0, top: 0, width: SIDE, height: SIDE };

/** A picture one CSS pixel to the unit. */
function page() {
  const { svg } = picture(document.body, SIDE, SIDE, "test");
  svg.node()!.getBoundingClientRect = () => new DOMRect(0, 0, SIDE, SIDE);
  return svg;
}

/** A press step by step, each a place; the last ends in a release or in the browser's taking over. */
function drag(
  node: Element,
  pointerType: string,
  places: readonly (readonly [number, number])[],
  end: "pointerup" | "pointercancel" = "pointerup",
) {
  const tell = (type: string, [clientX, clientY]: readonly [number, number]) =>
    node.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 7,
        isPrimary: true,
        bubbles: true,
        pointerType,
        clientX,
        clientY,
      }),
    );
  tell("pointerdown", places[0]!);
  const start = touch(node, "touchstart");
  const moves = places.slice(1).map((at) => {
    tell("pointermove", at);
    return touch(node, "touchmove");
  });
  tell(end, places.at(-1)!);
  return { scrolls: ![start, ...moves].some((e) => e.defaultPrevented) };
}

function touch(node: Element, type: string) {
  const event = new Event(type, { bubbles: true, cancelable: true });
  node.dispatchEvent(event);
  return event;
}

const down = [[20, 20], [21, 40], [60, 70]] as const; // prettier-ignore
const across = [[20, 20], [22, 21], [40, 25], [50, 80]] as const; // prettier-ignore

beforeEach(() => {
  document.body.replaceChildren();
  Element.prototype.setPointerCapture = () => {};
});

describe("a press", () => {
  const of = (more: Partial<Hand> = {}) => {
    const grip = surface(page(), area);
    const move = vi.fn<Hand["move"]>();
    const told: string[] = [];
    for (const what of [GRASPED, RECALLED])
      document.body.addEventListener(what, () => told.push(what), { once: true });
    graspable(grip, { label: "", move, nudge: () => {}, ...more });
    return { node: grip.node()!, move, told };
  };

  test("by the mouse takes hold at once and follows", () => {
    const { node, move } = of();
    drag(node, "mouse", down);
    expect(move.mock.calls).toEqual(down.map(([x, y], i) => [x, y, i === 0]));
  });

  test("is where the picture is, in a place that is wider or higher than it", () => {
    for (const place of [new DOMRect(10, 20, 400, 200), new DOMRect(10, 20, 200, 300)]) {
      const { node, move } = of();
      (node as SVGElement).ownerSVGElement!.getBoundingClientRect = () => place;
      // Two pixels to the unit; what is left over lies half on each side.
      const [left, top] = [place.x + (place.width - 200) / 2, place.y + (place.height - 200) / 2];
      drag(node, "mouse", [[left + 2 * 30, top + 2 * 40]]);
      expect(move.mock.calls).toEqual([[30, 40, true]]);
    }
  });

  test("of a finger that starts up or down is a scroll", () => {
    const { node, move, told } = of();
    const { scrolls } = drag(node, "touch", down, "pointercancel");
    expect(move).not.toHaveBeenCalled();
    expect(told).toEqual([]);
    expect(scrolls).toBe(true);
  });

  test("of a finger that starts across takes hold where it began, and does not scroll any more", () => {
    const { node, move } = of();
    const { scrolls } = drag(node, "touch", across);
    expect(move.mock.calls).toEqual([
      [20, 20, true],
      [40, 25, false],
      [50, 80, false],
    ]);
    expect(scrolls).toBe(false);
  });

  test("on what moves up and down takes hold at once", () => {
    const { node, move } = of({ free: true });
    expect(drag(node, "touch", down).scrolls).toBe(false);
    expect(move).toHaveBeenCalledTimes(3);
  });

  test("that was a tap is one place, unless only strokes count", () => {
    const tap = [[30, 40]] as const;
    const [one, none] = [of(), of({ strokes: true })];
    drag(one.node, "touch", tap);
    drag(none.node, "touch", tap);
    expect(one.move.mock.calls).toEqual([[30, 40, true]]);
    expect(none.move).not.toHaveBeenCalled();
  });

  test("that the browser takes away says so, once it had hold of something", () => {
    const { node, told } = of();
    drag(node, "touch", across, "pointercancel");
    expect(told).toEqual([GRASPED, RECALLED]);
  });
});

describe("a drawing", () => {
  const of = () => {
    let input: Signal = { kind: "impulse" };
    let u = Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    sketch(page(), {
      box: { left: 0, right: SIDE, top: 0, height: SIDE },
      label: "",
      now: () => ({ u, input, t: 0 }),
      valueAt: (py) => py / SIDE,
      draw: (next) => {
        input = next;
        if (next.kind === "own") u = Float64Array.from(next.data);
      },
      seek: () => {},
    });
    return { node: document.querySelector(".drawing")!, now: () => input };
  };

  test("is left alone by a swipe and by a tap", () => {
    const { node, now } = of();
    drag(node, "touch", down, "pointercancel");
    drag(node, "touch", [[30, 40]]);
    expect(now()).toEqual({ kind: "impulse" });
  });

  test("is drawn by a finger that goes across", () => {
    const { node, now } = of();
    drag(node, "touch", [[20, 50], [40, 50]]); // prettier-ignore
    expect(now()).toEqual(own(Float64Array.of(1, 0, 0.5, 0.5, 0.5, 0, 0, 0, 0, 0, 0)));
  });
});
