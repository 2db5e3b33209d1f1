import { useContext, useEffect, useState } from "react";
import type { Equation as Declared } from "../kit/equation.ts";
import type { SymbolValue } from "../kit/figure.ts";
import { format, fixed } from "../kit/format.ts";
import { isSymbol, letterOf, type SymbolId } from "../notation.ts";
import { LiveContext, useBound, type State } from "./live.ts";
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
  readonly symbolName: (id: SymbolId) => string;
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

  const check = (state: State) => {
    if (!data.residual) return undefined;
    const at = valuesOf(state);
    if (!data.math.symbols.every((id) => at[id as SymbolId] !== undefined)) return undefined;
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
    const holds = check(state);
    badge.dataset.holds = String(holds ?? "");
    badge.textContent = verdict(holds ?? true); // without a verdict unseen, but in its place
    if (!el.querySelector(".live:not([hidden])")) return;
    const at = valuesOf(state);
    const inPlace =
      data.math.live !== "" && data.math.symbols.every((id) => isSmall(at[id as SymbolId]));
    const hidden = secret(state);
    el.toggleAttribute("data-listed", !inPlace);
    el.querySelectorAll<HTMLElement>(inPlace ? ".live [data-value]" : ".worth").forEach((place) => {
      const id = place.dataset.value as SymbolId;
      if (hidden.includes(id)) place.textContent = "?";
      else put(place, at[id]);
    });
  });
  useEffect(() => focusableWhereScrolled(ref.current!), [ref]);
  const first = session && check(session.store.getState());
  return (
    <div ref={ref} className="equation" role="group" aria-label={data.name}>
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
              <span className="letter">{letterOf(id)}</span> {data.symbolName(id)}
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

/** A formula wider than its place can be scrolled, so the keyboard must come to it; others are no stop on the way. */
function focusableWhereScrolled(equation: Element): () => void {
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries)
      if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0");
      else target.removeAttribute("tabindex");
  });
  equation.querySelectorAll(".tex").forEach((tex) => watch.observe(tex));
  return () => watch.disconnect();
}

/** Whether a value can stand in the formula itself; others are listed with the symbols' names. */
const isSmall = (value: SymbolValue | undefined): boolean =>
  typeof value === "number" || (value !== undefined && value.length <= 2 && value[0]!.length <= 2);

/** Writes a number, or a matrix as a small grid, into its place; of a large matrix only the size. */
function put(place: HTMLElement, value: SymbolValue | undefined): void {
  if (value === undefined) place.textContent = "–";
  else if (typeof value === "number") place.textContent = parenthesised(value, place);
  else if (value.length > 8 || value[0]!.length > 4)
    place.textContent = `${value.length} × ${value[0]!.length}`;
  else {
    const text = place.closest(".tex") ? fixed : format;
    const grid = document.createElement("span");
    grid.className = "grid";
    grid.style.gridTemplateColumns = `repeat(${value[0]!.length}, auto)`;
    for (const row of value)
      for (const x of row)
        grid.append(Object.assign(document.createElement("span"), { textContent: text(x) }));
    place.replaceChildren(grid);
  }
}

/** A negative factor takes brackets in a formula, not in the list of symbols. */
const parenthesised = (x: number, place: HTMLElement) =>
  x < 0 && place.closest(".tex") ? `(${format(x)})` : format(x);
