import { act } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import scalarState from "../../src/figures/scalar-state/figure.ts";
import { useOpening } from "../../src/chapters/useOpening.ts";
import type { Lesson } from "../../src/chapters/useLesson.ts";
import type { Figure } from "../../src/kit/figure.ts";
import { openSession, type Session } from "../../src/session/session.ts";
import { page, world, type Page } from "./world.tsx";

let here: ReturnType<typeof world>;
let on: Page;
let look: (isIntersecting: boolean) => void;
beforeEach(() => {
  here = world();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(tell: (e: { isIntersecting: boolean }[]) => void) {
        look = (isIntersecting) => act(() => tell([{ isIntersecting }]));
      }
      observe() {}
      disconnect() {
        look = () => {};
      }
    },
  );
  look = () => {};
  sessionStorage.clear();
  on = page();
});
afterEach(() => {
  on.close();
  here.end();
  delete document.documentElement.dataset.motion;
  history.replaceState(null, "", "/");
});

/** The module's own memory lasts as long as the page: each test has a chapter of its own. */
let chapters = 0;
const fresh = () => `chapter-${chapters++}`;
function Opening({
  slug,
  session,
  active = 0,
}: {
  slug: string;
  session: Session;
  active?: number;
}) {
  useOpening({ active, session } as unknown as Lesson, slug, false);
  return (
    <div className="scene">
      <div className="picture" />
    </div>
  );
}
function shown(slug = fresh(), active = 0) {
  const session = openSession(scalarState as unknown as Figure);
  session.seek(20);
  on.show(<Opening key={slug} {...{ slug, session, active }} />);
  return session.store.getState;
}

test("runs from the beginning to where it stands once the picture is seen, and once only", () => {
  const slug = fresh();
  const state = shown(slug);
  expect(state()).toMatchObject({ t: 20, playing: false });
  look(false);
  expect(state()).toMatchObject({ t: 20, playing: false });
  look(true);
  expect(state()).toMatchObject({ t: 0, playing: true, run: { to: 20 } });
  // Four seconds at most.
  expect(20 / state().run!.speed).toBeLessThanOrEqual(4);
  on.close();
  on = page();
  const again = shown(slug);
  look(true);
  expect(again()).toMatchObject({ t: 20, playing: false });
});

test("not where the reader has begun already, has followed a link, or is at another step", () => {
  const session = openSession(scalarState as unknown as Figure);
  on.show(<Opening key="touched" slug={fresh()} session={session} />);
  act(() => session.set({ a: 0.3 }));
  look(true);
  expect(session.store.getState().playing).toBe(false);
  const later = shown(fresh(), 2);
  look(true);
  expect(later().playing).toBe(false);
  history.replaceState(null, "", "/en/hidden-state/?a=0.6#nile");
  const linked = shown();
  look(true);
  expect(linked()).toMatchObject({ t: 20, playing: false });
});

test("not where nothing should move", () => {
  document.documentElement.dataset.motion = "still";
  const state = shown();
  look(true);
  expect(state()).toMatchObject({ t: 20, playing: false });
});
