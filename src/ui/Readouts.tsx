import { useStore } from "zustand";
import { footOf } from "../kit/derive.ts";
import { written } from "../kit/format.ts";
import { LiveContext, useBound, useFigure } from "./live.ts";
import { useContext } from "react";
import { useSay } from "./words.ts";

/**
 * One number of the figure at hand, in its foot or in the prose: live, or of the moment that the text tells of. `still` keeps to
 * that moment even while the text is the present one, for sentences that are true of this setting only.
 */
export function Value({ of, still = false }: { of: string; still?: boolean }) {
  const live = useContext(LiveContext);
  const readout = live?.session.figure.readouts[of];
  const told = still || !live?.here ? live?.told : undefined;
  const withheld = () => (live!.withheld ?? live!.session.store.getState().withheld).has(of);
  const read = (s = told ?? live!.session.store.getState()) =>
    withheld() ? "?" : written(readout!.of(s.result, s.values, Math.floor(s.t)), readout!.digits);
  const ref = useBound<HTMLElement>(told ? undefined : live?.session, (el, state) => {
    if (readout) el.textContent = read(state);
  });
  if (!live) return <b className="value">…</b>; // its figure is on the way
  if (!readout) return null;
  return (
    // The store writes past React: a number that is told again takes a fresh element.
    <b key={told ? "told" : "live"} ref={ref} className="value" data-symbol={readout.symbol}>
      {read()}
    </b>
  );
}

/** The same number of the run that is kept dashed, at the same moment. */
function Pinned({ of }: { of: string }) {
  const { session } = useFigure();
  const say = useSay();
  const readout = session.figure.readouts[of]!;
  const ref = useBound<HTMLSpanElement>(session, (el, { ghost, t, withheld }) => {
    const was =
      ghost && !withheld.has(of)
        ? written(readout.of(ghost.result, ghost.values, Math.floor(t)), readout.digits)
        : "";
    el.textContent = was && say("pin.was", { value: was });
  });
  return <span ref={ref} className="pinned" />;
}

/** The figure's foot: what it is worth reading off at this setting. */
export function Readouts() {
  const { session, words } = useFigure();
  const names = useStore(session.store, ({ values }) => footOf(session.figure, values).join(" "));
  if (!names) return null;
  return (
    <ul className="readouts">
      {names.split(" ").map((k) => (
        <li key={k}>
          {words(`readouts.${k}`)} <Value of={k} />
          <Pinned of={k} />
        </li>
      ))}
    </ul>
  );
}
