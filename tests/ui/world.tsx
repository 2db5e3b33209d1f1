import { act, Profiler, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, vi } from "vitest";
import sentences from "../../content/en/ui.json" with { type: "json" };
import imports from "../../content/en/import.json" with { type: "json" };
import share from "../../content/en/share.json" with { type: "json" };
import table from "../../content/en/table.json" with { type: "json" };
import classroom from "../../content/en/class.json" with { type: "json" };
import { wordsOf } from "../../src/kit/derive.ts";
import type { Figure as Declared } from "../../src/kit/figure.ts";
import { openSession, type Session } from "../../src/session/session.ts";
import { Figure } from "../../src/ui/Figure.tsx";
import { fittingsOf, type Fittings } from "../../src/ui/fittings.ts";
import { UiContext } from "../../src/ui/words.ts";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

export const english: Record<string, string> = {
  lang: "en",
  ...sentences,
  ...share,
  ...Object.fromEntries(Object.entries(imports).map(([k, v]) => [`import.${k}`, v])),
  ...Object.fromEntries(Object.entries(table).map(([k, v]) => [`table.${k}`, v])),
  ...Object.fromEntries(Object.entries(classroom).map(([k, v]) => [`class.${k}`, v])),
};

/** A browser whose frames come when we say so, and which counts what is still listening. */
export function world() {
  const frames = new Map<number, FrameRequestCallback>();
  const observers = new Set<object>();
  const listeners = new Map<string, number>();
  let id = 0;
  let now = 0;
  vi.stubGlobal("requestAnimationFrame", (f: FrameRequestCallback) => {
    frames.set(++id, f);
    return id;
  });
  vi.stubGlobal("cancelAnimationFrame", (n: number) => frames.delete(n));
  for (const name of ["ResizeObserver", "IntersectionObserver"])
    vi.stubGlobal(
      name,
      class {
        observe() {
          observers.add(this);
        }
        disconnect() {
          observers.delete(this);
        }
      },
    );
  for (const target of [window, document]) {
    const note = (by: number) => (type: string) =>
      listeners.set(type, (listeners.get(type) ?? 0) + by);
    const { addEventListener, removeEventListener } = target;
    vi.spyOn(target, "addEventListener").mockImplementation((...a: unknown[]) => {
      note(1)(String(a[0]));
      addEventListener.apply(target, a as never);
    });
    vi.spyOn(target, "removeEventListener").mockImplementation((...a: unknown[]) => {
      note(-1)(String(a[0]));
      removeEventListener.apply(target, a as never);
    });
  }
  return {
    frames,
    observers,
    listening: () => [...listeners].filter(([, n]) => n !== 0).map(([type, n]) => `${type} ${n}`),
    frame(ms = 16) {
      now += ms;
      const due = [...frames.values()];
      frames.clear();
      act(() => due.forEach((f) => f(now)));
    },
    end() {
      vi.useRealTimers(); // first: false timers put back what they found, which are our stubs
      vi.restoreAllMocks();
      vi.unstubAllGlobals();
    },
  };
}

/** A session whose store counts who listens. */
export function countedSession(figure: Declared): { session: Session; listening: () => number } {
  const session = openSession(figure);
  const subscribe = session.store.subscribe;
  let count = 0;
  session.store.subscribe = (listener) => {
    count++;
    const stop = subscribe(listener);
    return () => {
      count--;
      stop();
    };
  };
  return { session, listening: () => count };
}

export interface Page {
  readonly host: HTMLElement;
  readonly root: Root;
  /** Commits of React since the last look. */
  renders(): number;
  show(what: ReactNode): void;
  find<E extends Element = HTMLElement>(selector: string): E;
  close(): void;
}

export function page(): Page {
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  let commits = 0;
  return {
    host,
    root,
    renders: () => commits,
    show: (what) =>
      act(() =>
        root.render(
          <UiContext value={english}>
            <Profiler id="page" onRender={() => commits++}>
              {what}
            </Profiler>
          </UiContext>,
        ),
      ),
    find: <E extends Element>(selector: string) => {
      const found = host.querySelector<E>(selector);
      if (!found) throw new Error(`nothing on the page is ${selector}`);
      return found;
    },
    close: () => {
      act(() => root.unmount());
      host.remove();
    },
  };
}

/** A world and a page of its own for each test of the file, or of the `describe` that calls it. */
export function usePage(): { readonly world: ReturnType<typeof world>; readonly on: Page } {
  const here = {} as { world: ReturnType<typeof world>; on: Page };
  beforeEach(() => {
    here.world = world();
    here.on = page();
  });
  afterEach(() => {
    here.on.close();
    here.world.end();
  });
  return here;
}

export const none: ReadonlySet<string> = new Set();

const everyFitting = import.meta.glob<Fittings[string]>(
  ["/src/ui/fittings/*.tsx", "/src/figures/*/controls/*.tsx"],
  { eager: true, import: "default" },
);
const fittedTo = (figure: Declared) =>
  Object.fromEntries(
    [...fittingsOf(figure)].map(([name, file]) => [name, everyFitting[file]]),
  ) as Fittings;

export const figureOf = (session: Session, hidden = none): ReactNode => (
  <Figure
    session={session}
    words={wordsOf(session.figure)}
    fittings={fittedTo(session.figure)}
    hidden={hidden}
    readSource={() => Promise.resolve("// #region simulate\nlet h = 0;\n// #endregion\n")}
    linkOf={() => "https://example.org/link"}
  />
);

/** Types into a field as a person does: focus, the whole text, then leave or Enter. */
export function type(
  field: HTMLInputElement,
  text: string,
  leave: "Enter" | "blur" = "Enter",
): void {
  act(() => {
    field.focus();
    set(field, text);
    if (leave === "Enter") press(field, "Enter");
    else field.blur();
  });
}

export function press(on: EventTarget, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  act(() => void on.dispatchEvent(event));
  return event;
}

/** Moves a control: past React's own setter, then with the events of a browser. */
export function set(control: HTMLInputElement | HTMLSelectElement, value: string): void {
  const proto = Object.getPrototypeOf(control) as object;
  Object.getOwnPropertyDescriptor(proto, "value")!.set!.call(control, value);
  act(() => {
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

export const click = (on: HTMLElement): void => act(() => on.click());
