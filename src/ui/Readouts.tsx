import { useStore } from "zustand";
import { footOf } from "../kit/derive.ts";
import { written } from "../kit/format.ts";
import { useContext, useState } from "react";
import type { Session } from "../session/session.ts";
import { LiveContext, useBound, useFigure, type Live } from "./live.ts";
import { useSay } from "./words.ts";

type Moment = NonNullable<Live["told"]>;

/**
 * One number of the figure at hand, in its foot or in the prose: live, or of the moment that the text tells of. `still` keeps to
 * that moment even while the text is the present one, for sentences that are true of this setting only.
 */
export function Value({ of, still = false }: { of: string; still?: boolean }) {
  const live = useContext(LiveContext);
  const readout = live?.session.figure.readouts[of];
  const told = still || !live?.here ? live?.told : undefined;
  /** What only a task finds is unknown to the text: kept from when the figure stood where the text tells of. */
  const [found, setFound] = useState(NaN);
  const at = ({ result, values, t }: Moment) => readout!.of(result, values, Math.floor(t));
  const own = told && readout ? at(told) : NaN;
  const asks = told && readout && !Number.isFinite(own);
  const withheld = () => (live!.withheld ?? live!.session.store.getState().withheld).has(of);
  const text = (x: number) => (withheld() ? "?" : written(x, readout!.digits));
  const read = () => text(told ? (asks ? found : own) : at(live!.session.store.getState()));
  const ref = useBound<HTMLElement>(told && !asks ? undefined : live?.session, (el, state) => {
    if (asks && standsAt(live!.session, told.values))
      setFound(at({ ...told, result: state.result }));
    else if (readout) el.textContent = read();
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

/** Whether a figure is set as `values` say. */
const standsAt = ({ figure, store }: Session, values: Moment["values"]): boolean =>
  Object.entries(figure.params).every(
    ([k, p]) => p.print(store.getState().values[k]) === p.print(values[k]),
  );

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
