import { useCallback, useEffect, useRef, useState } from "react";
import { presentationOf } from "../chapters/address.ts";

/**
 * The name of the presentation, empty where there is none; and what begins it, ends it, or gives it another name. Full screen
 * where the browser has it; the page looks the same without.
 */
export function usePresentation() {
  const [presenting, setPresenting] = useState("");
  const name = useRef("1");
  useEffect(() => setPresenting(presentationOf(new URLSearchParams(location.search))), []);
  // The browser's own way out of the full screen is the way out of the presentation; not where a second window may end it.
  useEffect(() => {
    const left = () =>
      document.fullscreenElement ?? setPresenting((name) => (name.length > 1 ? name : ""));
    document.addEventListener("fullscreenchange", left);
    return () => document.removeEventListener("fullscreenchange", left);
  }, []);
  const present = useCallback((on: boolean | string) => {
    if (typeof on === "string") name.current = on;
    setPresenting(on ? name.current : "");
    if (on === true) document.documentElement.requestFullscreen?.().catch(() => undefined);
    else if (!on && document.fullscreenElement) void document.exitFullscreen();
  }, []);
  return { presenting, present };
}
