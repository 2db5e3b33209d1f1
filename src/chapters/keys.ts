import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { startOf } from "../kit/derive.ts";
import type { Step } from "./page.ts";
import type { Place } from "./place.ts";
import type { Lesson } from "./useLesson.ts";

/** Where a key already means something: fields, sliders, buttons, handles in a picture. */
const busy = (e: KeyboardEvent, keys: "typing" | "digits" | "arrows" | "any") => {
  const target = e.target as Element;
  if (target.closest("dialog[open]")) return true;
  const typing = target.closest("input:not([type=range]):not([type=checkbox]), select, textarea");
  // While the hands of a class are counted, a digit is one more.
  if (keys === "digits")
    return typing !== null || document.querySelector("[data-counting]") !== null;
  // Arrows mean nothing on a button: a presenter's remote works while "next" has the focus.
  if (keys === "arrows") return typing !== null || target.closest("input, .grip, pre") !== null;
  // Space presses what can be pressed and scrolls a text; to sliders and handles it means nothing.
  const pressed = "input[type=checkbox], button, summary, a, pre";
  return typing !== null || (keys === "any" && target.closest(pressed) !== null);
};

/** From a step's text to its figure and back: the focus goes to what the figure has first, or to the step's heading. */
function across({ id }: Step): void {
  const scene = document.getElementById(id)?.closest(".scene");
  const stage = scene?.querySelector(".stage");
  const first = "button:enabled, input:enabled, select, summary, [tabindex='0']";
  const to = stage?.contains(document.activeElement)
    ? scene?.querySelector<HTMLElement>(`#${CSS.escape(id)} h2 a`)
    : stage?.querySelector<HTMLElement>(first);
  to?.focus();
}

/** The setting of the present step, and the playhead where it starts. */
function anew({ session, steps, active }: Lesson): void {
  session?.reset();
  session?.seek(startOf(session.figure, steps[active]!.preset));
}

/** The keys of a lesson; the list under "?" is in the interface's sentences. */
export function useKeys(
  lesson: Lesson,
  place: Place,
  presenting: boolean,
  present: (on: boolean) => void,
): void {
  useEffect(() => {
    const { session } = lesson;
    const when =
      (keys: Parameters<typeof busy>[1], act: () => void) =>
      (e: KeyboardEvent): void => {
        if (busy(e, keys)) return;
        e.preventDefault();
        act();
      };
    const turn = (by: 1 | -1) => {
      const to = lesson.active + by;
      if (!lesson.steps[to]) return;
      if (presenting) lesson.activate(to);
      else place.go(to, { smooth: true, focus: true });
    };
    const arrow = (by: 1 | -1) => (presenting ? turn(by) : session?.step(by));
    const bindings: Record<string, (e: KeyboardEvent) => void> = {
      Space: when(presenting ? "typing" : "any", () =>
        session?.play(!session.store.getState().playing),
      ),
      ArrowRight: when("arrows", () => arrow(1)),
      ArrowLeft: when("arrows", () => arrow(-1)),
      ",": when("typing", () => session?.step(-1)),
      ".": when("typing", () => session?.step(1)),
      j: when("typing", () => turn(1)),
      k: when("typing", () => turn(-1)),
      f: when("typing", () => across(lesson.steps[lesson.active]!)),
      p: when("typing", () => present(!presenting)),
      i: when("typing", () => session?.pin(!session.store.getState().ghost)),
      r: when("typing", () => anew(lesson)),
      n: when("typing", () =>
        document.querySelectorAll<HTMLElement>(".show-numbers").forEach((b) => b.click()),
      ),
    };
    if (presenting) {
      // A remote knows four keys: they turn and darken, whatever has the focus.
      const always = (act: () => void) => (e: KeyboardEvent) => {
        e.preventDefault();
        e.stopPropagation();
        act();
      };
      bindings.PageDown = always(() => turn(1));
      bindings.PageUp = always(() => turn(-1));
      const dark = document.documentElement;
      bindings.b = bindings["."] = when("typing", () => dark.toggleAttribute("data-dark"));
      bindings.Escape = when("typing", () => present(false));
    }
    const presets = Object.entries(session?.figure.presets ?? {}).filter(([, p]) => !p.lesson);
    presets.slice(0, 9).forEach(([name], k) => {
      bindings[String(k + 1)] = when("digits", () => session!.take(name));
    });
    return tinykeys(window, bindings, { capture: presenting });
  }, [lesson, place, presenting, present]);
}
