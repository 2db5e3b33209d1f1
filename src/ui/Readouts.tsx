import { format } from "../kit/format.ts";
import { LiveContext, useBound, useFigure } from "./live.ts";
import { useContext } from "react";

/** One live number of the figure at hand: in its foot, or in the prose. */
export function Value({ of }: { of: string }) {
  const live = useContext(LiveContext);
  const readout = live?.session.figure.readouts[of];
  const read = (s = live!.session.store.getState()) =>
    format(readout!.of(s.result, s.values, s.t), readout!.digits);
  const ref = useBound<HTMLElement>(live?.session, (el, state) => {
    if (readout) el.textContent = read(state);
  });
  if (!live) return <b className="value">…</b>; // its figure is on the way
  if (!readout) return null;
  return (
    <b ref={ref} className="value" data-symbol={readout.symbol}>
      {read()}
    </b>
  );
}

/** The figure's foot: what it is worth reading off at this setting. */
export function Readouts() {
  const { session, words } = useFigure();
  const shown = Object.entries(session.figure.readouts).filter(([, r]) => r.foot);
  return (
    <ul className="readouts">
      {shown.map(([k]) => (
        <li key={k}>
          {words(`readouts.${k}`)} <Value of={k} />
        </li>
      ))}
    </ul>
  );
}
