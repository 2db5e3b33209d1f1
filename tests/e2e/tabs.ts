import type { Page } from "playwright-core";

/** In the page: what Tab should reach in a scene's figure, how that looks without the focus, and the first of it. */
const listen = (k: number) => {
  const look = (el: Element) =>
    [el, el.closest("label"), ...el.querySelectorAll("*")]
      .map((e) => {
        const { outlineStyle, outlineWidth, fill, stroke, strokeWidth, boxShadow } = e
          ? getComputedStyle(e)
          : ({} as CSSStyleDeclaration);
        return [outlineStyle, outlineWidth, fill, stroke, strokeWidth, boxShadow].join();
      })
      .join(";");
  const stage = document.querySelectorAll(".scene")[k]!.querySelector(".stage")!;
  const wanted = 'button, input, select, summary, textarea, a[href], [tabindex="0"]';
  stage.querySelector<HTMLDetailsElement>("details.drawer")!.open = true;
  // What is not drawn has no size: checkVisibility() does not see SVG's own way of hiding.
  const there = (el: HTMLInputElement) =>
    !el.disabled &&
    el.getBoundingClientRect().width > 0 &&
    getComputedStyle(el).visibility === "visible" && // a task that is not needed now keeps its place
    el.closest("details:not([open]) > :not(summary)") === null;
  const able = [...stage.querySelectorAll<HTMLInputElement>(wanted)].filter(there);
  const before = new Map(able.map((el) => [el as Element, look(el)]));
  const seen = new Map<Element, boolean>();
  stage.addEventListener("focusin", ({ target }) => {
    const el = target as Element;
    if (before.has(el)) seen.set(el, look(el) !== before.get(el));
  });
  Object.assign(globalThis, { controls: { stage, able, seen, there } });
  able[0]!.focus();
  return able.length;
};

interface Heard {
  readonly stage: Element;
  readonly able: readonly Element[];
  readonly seen: ReadonlyMap<Element, boolean>;
  readonly there: (el: Element) => boolean;
}

/** In the page: the controls that the focus never came to, and those on which it could not be seen. */
const heard = () => {
  const { able, seen, there } = Reflect.get(globalThis, "controls") as Heard;
  const name = (el: Element) => el.outerHTML.slice(0, 110);
  return {
    // A button that went away meanwhile, as "Stop" does when a task ends, need not be reached.
    missed: able.filter((el) => !seen.has(el) && there(el)).map(name),
    unseen: able.filter((el) => seen.get(el) === false).map(name),
  };
};

const within = () =>
  (Reflect.get(globalThis, "controls") as Heard).stage.contains(document.activeElement);

export interface Tabbed {
  readonly controls: number;
  readonly missed: readonly string[];
  readonly unseen: readonly string[];
  /** The focus goes on behind the last control. */
  readonly leaves: boolean;
}

/** Presses Tab from the first control of a scene's figure until the focus has left it. */
export async function tabThrough(page: Page, scene: number): Promise<Tabbed> {
  await page.keyboard.press("Shift"); // from here on the focus is a keyboard's
  const controls = await page.evaluate(listen, scene);
  // Radio buttons are one stop together: it may be left sooner.
  for (let tabs = 0; tabs < controls + 20 && (await page.evaluate(within)); tabs++)
    await page.keyboard.press("Tab");
  return { controls, ...(await page.evaluate(heard)), leaves: !(await page.evaluate(within)) };
}
