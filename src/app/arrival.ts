import { useEffect, useLayoutEffect, useRef } from "react";

/** A page that is gone to begins at its head, or where its address says; one that is come back to is where it was left, and another language of the same page stays where it is. */
export function useArrival(slug: string | null | undefined): void {
  const last = useRef(slug);
  const cameBackTo = useRef("");
  useEffect(() => {
    const back = () => {
      cameBackTo.current = location.pathname;
    };
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  // Before the page itself looks where it stands.
  useLayoutEffect(() => {
    if (last.current === slug) return;
    last.current = slug;
    const gone = cameBackTo.current !== location.pathname;
    cameBackTo.current = "";
    if (!gone || location.hash) return;
    scrollTo({ top: 0, behavior: "instant" });
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [slug]);
}
