import { act } from "react";
import { expect, test } from "vitest";
import imageScan from "../../src/figures/image-scan/figure.ts";
import { levelsOf, type Drawing } from "../../src/figures/image-scan/drawing.ts";
import { FULL, inkOf, SIDE } from "../../src/figures/image-scan/sheet.ts";
import { click, countedSession, figureOf, press, set, usePage } from "./world.tsx";

const here = usePage();

const control = "[data-control=digit]";
const pad = () => here.on.find<SVGSVGElement>(`${control} .drawing-pad`);
const tool = (k: number) =>
  here.on.host.querySelectorAll<HTMLButtonElement>(`${control} .pad-tools button`)[k]!;
const told = () => here.on.find(`${control} [role=status]`).textContent;

function shown() {
  const { session } = countedSession(imageScan as never);
  here.on.show(figureOf(session));
  const drawing = () => session.store.getState().values["digit"] as Drawing;
  return { session, drawing, ink: () => inkOf(levelsOf(drawing())) };
}

test("the keys draw, a line with Shift, and take away again", () => {
  const { drawing, ink } = shown();
  click(tool(2));
  expect(drawing().kind).toBe("own");
  expect(ink()).toBe(0);
  expect(told()).toBe("row 7, column 7, ink 0");
  expect(press(pad(), " ").defaultPrevented).toBe(true);
  expect(levelsOf(drawing())[6 * SIDE + 6]).toBe(FULL);
  expect(told()).toBe("row 7, column 7, ink 15");
  const dot = ink();
  press(pad(), "ArrowRight");
  expect(ink()).toBe(dot);
  press(pad(), "ArrowRight", { shiftKey: true });
  expect(told()).toBe("row 7, column 9, ink 15");
  expect(ink()).toBeGreaterThan(dot);
  for (let k = 0; k < 20; k++) press(pad(), "ArrowUp");
  expect(told()).toBe("row 1, column 9, ink 0");
  click(tool(1));
  for (let k = 0; k < 6; k++) press(pad(), "ArrowDown", { shiftKey: true });
  press(pad(), "ArrowLeft", { shiftKey: true });
  press(pad(), "ArrowLeft", { shiftKey: true });
  expect(ink()).toBe(0);
});

test("a pointer draws on a copy of what is there", () => {
  const { session, drawing, ink } = shown();
  const before = ink();
  session.seek(3);
  pad().setPointerCapture = () => undefined;
  pad().getBoundingClientRect = () => ({ left: 0, top: 0, width: 140, height: 140 }) as DOMRect;
  const point = (type: string, clientX: number, clientY: number) =>
    act(() => {
      const more = { bubbles: true, isPrimary: true, button: 0, pointerId: 1, clientX, clientY };
      pad().dispatchEvent(new PointerEvent(type, more));
    });
  point("pointerdown", 5, 5);
  point("pointermove", 65, 5);
  point("pointerup", 65, 5);
  point("pointermove", 65, 135);
  expect(drawing().kind).toBe("own");
  expect(levelsOf(drawing()).slice(0, 7)).toEqual(new Uint8Array(7).fill(FULL));
  expect(levelsOf(drawing())[13 * SIDE + 6]).toBe(0);
  expect(ink()).toBeGreaterThan(before);
  expect(session.store.getState().t).toBe(session.length() - 1);
});

test("a handwritten one is chosen by its name; one's own begins as its copy", () => {
  const { drawing } = shown();
  const choose = here.on.find<HTMLSelectElement>(`${control} select`);
  set(choose, "d7");
  expect(drawing()).toEqual({ kind: "given", id: "d7" });
  set(choose, "own");
  expect(drawing()).toEqual({ kind: "own", levels: levelsOf({ kind: "given", id: "d7" }) });
  expect(choose.value).toBe("own");
});
