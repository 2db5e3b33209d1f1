import { useContext, useEffect, useState } from "react";
import type { Bound, Equation as Declared } from "../kit/equation.ts";
import { isSymbol, letterOf, type SymbolId } from "../notation.ts";
import { LiveContext, useBound, type State } from "./live.ts";
import { put, timesOf } from "./substitute.ts";
import { useSay } from "./words.ts";

export interface EquationData {
  /** Zero wherever the equation holds; it comes with the figure's code. */
  readonly residual?: Declared["residual"];
  /** Rendered at build time. */
  readonly math: {
    readonly html: string;
    readonly live: string;
    readonly symbols: readonly string[];
  };
  /** Its name and those of its symbols in the reader's language. */
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
}

/** An equation tied to the figure beside it: symbols light up, numbers can stand for them, a badge checks that it holds. */
export function Equation({ data }: { data: EquationData }) {
  const live = useContext(LiveContext);
  const say = useSay();
  const [numbers, setNumbers] = useState(false);
  const session = live?.session;
  const valuesOf = ({ result, values, t }: State) => session!.figure.symbols(result, values, t);
  /** Symbols whose numbers would give an answer away. */
  const secret = ({ withheld }: State) =>
    [...withheld].map((name) => session!.figure.readouts[name]?.symbol);

  const ready = (at: Bound) => data.math.symbols.every((id) => at[id as SymbolId] !== undefined);
  const check = (at: Bound) => {
    if (!data.residual || !ready(at)) return undefined;
    try {
      const off = data.residual(at);
      return Number.isNaN(off) ? undefined : off < 1e-9;
    } catch {
      return undefined; // a state that overflowed: there is nothing left to check
    }
  };
  const verdict = (holds: boolean) =>
    `${holds ? "✓" : "✗"} ${say(holds ? "equation.holds" : "equation.fails")}`;

  const ref = useBound<HTMLDivElement>(session, (el, state) => {
    const badge = el.querySelector<HTMLElement>(".badge")!;
    const at = valuesOf(state);
    const holds = check(at);
    badge.dataset.holds = String(holds ?? "");
    badge.textContent = verdict(holds ?? true); // without a verdict unseen, but in its place
    const live = el.querySelector<HTMLElement>(".live:not([hidden])");
    el.querySelector<HTMLButtonElement>(".show-numbers")!.disabled = !live && !ready(at);
    if (!live) return;
    const hidden = secret(state);
    const times = timesOf(data.math.symbols, at);
    if (live.dataset.times !== String(times)) {
      live.dataset.times = String(times);
      live.innerHTML = data.math.live.repeat(times);
    }
    const lines = [...live.children];
    const whose = (place: Element) =>
      Math.floor((lines.findIndex((line) => line.contains(place)) * times) / lines.length);
    for (const place of el.querySelectorAll<HTMLElement>(
      ".live [data-value], .live [data-eye], .worth",
    ))
      if (hidden.includes(place.dataset.value as SymbolId)) place.textContent = "?";
      else put(place, at, whose(place));
  });
  useEffect(() => fitted(ref.current!), [ref]);
  const now = session && valuesOf(session.store.getState());
  const first = now && check(now);
  return (
    <div
      ref={ref}
      className="equation"
      role="group"
      aria-label={data.name}
      data-listed={data.math.live === "" || undefined}
    >
      <div className="tex" hidden={numbers} dangerouslySetInnerHTML={{ __html: data.math.html }} />
      {session && (
        <div
          className="tex live"
          hidden={!numbers}
          aria-hidden="true"
          dangerouslySetInnerHTML={{ __html: data.math.live }}
        />
      )}
      <ul className="symbols">
        {data.math.symbols.filter(isSymbol).map((id) => (
          <li key={id}>
            <button type="button" className="symbol" data-symbol={id}>
              <span className="letter">{letterOf(id)}</span> {data.names[id]}
            </button>
            {session && <span className="worth" data-value={id} hidden={!numbers} />}
          </li>
        ))}
      </ul>
      {session && (
        <div className="equation-foot">
          <button
            type="button"
            className="quiet show-numbers"
            aria-pressed={numbers}
            disabled={!numbers && !ready(now!)}
            onClick={() => {
              setNumbers(!numbers);
              // The places are filled when the session is next heard of.
              requestAnimationFrame(session.wake);
            }}
          >
            {say(numbers ? "symbols" : "numbers")}
          </button>
          <span
            className="badge"
            data-holds={first ?? ""}
            data-wide={verdict(true)}
            data-wider={verdict(false)}
          >
            {verdict(first ?? true)}
          </span>
        </div>
      )}
    </div>
  );
}

/** Type at least so large, of its usual size. */
const SMALLEST = 0.75;

/**
 * A formula wider than its place is set smaller, within reason, in a place as high as before: nothing below it moves. One that is
 * wider still can be scrolled, so the keyboard must come to it; others are no stop on the way.
 */
function fitted(equation: Element): () => void {
  const fit = () => {
    for (const tex of equation.querySelectorAll<HTMLElement>(".tex")) {
      Object.assign(tex.style, { fontSize: "", minHeight: "" });
      const fits = tex.clientWidth / tex.scrollWidth;
      if (fits < 1)
        Object.assign(tex.style, {
          minHeight: `${tex.offsetHeight}px`,
          fontSize: `${parseFloat(getComputedStyle(tex).fontSize) * Math.max(fits, SMALLEST)}px`,
        });
      if (fits < SMALLEST) tex.setAttribute("tabindex", "0");
      else tex.removeAttribute("tabindex");
    }
  };
  const watch = new ResizeObserver(fit);
  watch.observe(equation);
  const { fonts } = document;
  fonts?.addEventListener("loadingdone", fit); // its letters come later than its place
  return () => {
    watch.disconnect();
    fonts?.removeEventListener("loadingdone", fit);
  };
}
