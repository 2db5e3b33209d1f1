import { useEffect } from "react";

/** Where a symbol is read: there it also says what it is. On a curve or a slider it only lights up. */
const read = ".math, .tex, .symbol, pre";

/**
 * One listener for the whole page: point at a symbol, or focus it, and everything that stands for the same symbol
 * lights up: equation, slider, curve, diagram, code.
 */
export function useSymbolLight(): void {
  useEffect(() => {
    let lit = "";
    let told: typeof import("./symbolNote.ts").tell | undefined;
    const light = (symbol: string) => {
      if (symbol === lit) return;
      document.querySelectorAll(".lit").forEach((el) => el.classList.remove("lit"));
      if (symbol)
        document
          .querySelectorAll(`[data-symbol="${symbol}"]`)
          .forEach((el) => el.classList.add("lit"));
      document.documentElement.toggleAttribute("data-lit", symbol !== "");
      lit = symbol;
    };
    const over = (e: Event) => {
      const target = e.target instanceof Element ? e.target : null;
      const symbol = target?.closest("[data-symbol]");
      light(symbol?.getAttribute("data-symbol") ?? "");
      if (told) told(target, symbol?.closest(read) && symbol, e.type);
      else if (symbol?.closest(read))
        void import("./symbolNote.ts").then(
          ({ tell }) => {
            told = tell;
            tell(target, symbol, e.type);
          },
          () => undefined, // the connection may be gone: it lights up all the same
        );
    };
    const events = ["pointerover", "focusin"] as const;
    for (const name of events) document.addEventListener(name, over);
    return () => {
      for (const name of events) document.removeEventListener(name, over);
    };
  }, []);
}
