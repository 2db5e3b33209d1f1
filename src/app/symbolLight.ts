import { useEffect } from "react";

/**
 * One listener for the whole page: point at a symbol, or focus it, and everything that stands for the same symbol
 * lights up: equation, slider, curve, diagram, code.
 */
export function useSymbolLight(): void {
  useEffect(() => {
    let lit = "";
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
      const target = e.target instanceof Element ? e.target.closest("[data-symbol]") : null;
      light(target?.getAttribute("data-symbol") ?? "");
    };
    const events = ["pointerover", "focusin"] as const;
    for (const name of events) document.addEventListener(name, over);
    return () => {
      for (const name of events) document.removeEventListener(name, over);
    };
  }, []);
}
