import { useBound, useFigure } from "./live.ts";
import { useSay } from "./words.ts";

/** The figure's laws, each checked against the present result as it changes while the list is open. */
export function Laws() {
  const { session, words } = useFigure();
  const say = useSay();
  const laws = Object.entries(session.figure.laws);
  const ref = useBound<HTMLDetailsElement>(session, (el, { result, values }) => {
    if (!el.open) return;
    el.querySelectorAll<HTMLElement>("[data-law]").forEach((item) => {
      const law = session.figure.laws[item.dataset.law!]!;
      const holds = law.holds(result, values);
      item.dataset.holds = String(holds);
      item.querySelector(".badge")!.textContent = holds
        ? `✓ ${say(law.about ? "law.holds.model" : "law.holds")}`
        : `✗ ${say("law.fails")}`;
    });
  });
  return (
    // Opening asks for a first check.
    <details ref={ref} className="laws" onToggle={session.wake}>
      <summary>{say("laws")}</summary>
      <ul>
        {laws.map(([k]) => (
          <li key={k} data-law={k}>
            {words(`laws.${k}`)} <span className="badge" />
          </li>
        ))}
      </ul>
    </details>
  );
}
