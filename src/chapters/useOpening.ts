import { useEffect } from "react";
import { still } from "../kit/still.ts";
import type { Lesson } from "./useLesson.ts";

/** So much of the picture is before the reader. */
const SEEN = 0.6;
const KEY = "hidden-state:opened";
const here = new Set<string>();

/** The chapters that have opened since this tab began; a browser without a store forgets with the page. */
const before = (): readonly string[] => {
  try {
    return (sessionStorage.getItem(KEY) ?? "").split(" ");
  } catch {
    return [];
  }
};
function note(slug: string): void {
  here.add(slug);
  try {
    sessionStorage.setItem(KEY, [...new Set([...before(), slug])].join(" ").trim());
  } catch {
    // It opens again with the next page.
  }
}
const opened = (slug: string) =>
  here.has(slug) || before().some((known) => known === slug || known === "*");

/**
 * A chapter opens with the way of its first figure to where that stands: once, when the reader has the picture before them and has
 * touched nothing yet. It shows no more than the picture at rest. Where nothing should move, that is the picture.
 */
export function useOpening({ active, session }: Lesson, slug: string, presenting: boolean): void {
  useEffect(() => {
    const linked = location.search !== "" || location.hash !== "";
    const picture = document.querySelector(".scene:first-of-type .picture");
    if (!session || !picture || active > 0 || presenting || linked || still() || opened(slug))
      return;
    const first = session.store.getState();
    const sight = new IntersectionObserver(
      (entries) => {
        if (!entries.some((e) => e.isIntersecting)) return;
        leave();
        note(slug);
        session.replay();
      },
      { threshold: SEEN },
    );
    // Whoever has set or moved something has begun.
    const touched = session.store.subscribe((now) => {
      if (now.values === first.values && now.t === first.t && !now.playing) return;
      leave();
      note(slug);
    });
    const leave = () => {
      touched();
      sight.disconnect();
    };
    sight.observe(picture);
    return leave;
  }, [active, session, slug, presenting]);
}
