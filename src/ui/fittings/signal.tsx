import { lazy, Suspense, useId, useRef, useState } from "react";
import { nameOf, type SignalParam } from "../../kit/params/signal.ts";
import { own, samples, type Signal } from "../../kit/signal.ts";
import { ParamLabel } from "../ParamLabel.tsx";
import { useBound, useFigure } from "../live.ts";
import { useSay } from "../words.ts";

// Files, sound and the microphone: fetched when a reader brings their own.
const OwnData = lazy(async () => ({ default: (await import("../OwnData.tsx")).OwnData }));

/** The period of a sine, the seed of noise. */
const detailOf = (s: Signal) => (s.kind === "sine" ? s.period : s.kind === "noise" ? s.seed : 1);

/** Chooses what drives the system; its period or seed where it has one; the reader's own data in all its forms. */
export default function SignalPicker({ name, param }: { name: string; param: SignalParam }) {
  const { session, words } = useFigure();
  const say = useSay();
  const id = useId();
  const value = () => session.store.getState().values[name] as Signal;
  const [shown, setShown] = useState(() => nameOf(value()));
  const detail = useBound<HTMLInputElement>(session, (el, { values }) => {
    const s = values[name] as Signal;
    if (document.activeElement === el) return;
    if (s.kind === "sine") el.value = String(s.period);
    if (s.kind === "noise") el.value = String(s.seed);
  });
  // Asked for one's own measurements: until there are any, the series stays what it is.
  const awaited = useRef<Signal>(undefined);
  const kindOf = (s: Signal) => (s === awaited.current ? "own" : nameOf(s));
  const select = useBound<HTMLSelectElement>(session, (el, { values }) => {
    const kind = kindOf(values[name] as Signal);
    el.value = kind;
    // The one thing React arranges here: which detail stands beside the choice. A tick that keeps the kind renders nothing.
    setShown(kind);
  });
  const choose = (kind: string) => {
    awaited.current = kind === "own" && param.gaps ? value() : undefined;
    if (awaited.current) return setShown("own");
    const length = session.length();
    const next: Record<string, string> = { sine: "sine~16", noise: "noise~1" };
    // One's own begins as a copy of what is there, ready to be drawn over.
    session.set({ [name]: param.parse(next[kind] ?? kind) ?? own(samples(value(), length)) });
    session.seek(Infinity);
  };
  return (
    <div className="control signal" data-symbol={param.symbol} data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <select ref={select} id={id} defaultValue={shown} onChange={(e) => choose(e.target.value)}>
        {Object.keys(param.options ?? {}).map((k) => (
          <option key={k} value={k}>
            {words(`params.${name}.${k}`)}
          </option>
        ))}
      </select>
      {(shown === "sine" || shown === "noise") && (
        <label className="detail">
          {say(shown === "sine" ? "signal.period" : "signal.seed")}{" "}
          <input
            ref={detail}
            className="typed"
            type="number"
            min={shown === "sine" ? 2 : 1}
            max={shown === "sine" ? 512 : 9999}
            defaultValue={detailOf(value())}
            onChange={(e) => {
              const read = param.parse(`${shown}~${e.target.value}`);
              if (read) session.set({ [name]: read });
            }}
          />
        </label>
      )}
      {shown === "own" && (
        <Suspense>
          <OwnData
            gaps={param.gaps}
            take={(signal) => (session.set({ [name]: signal }), session.seek(Infinity))}
          />
        </Suspense>
      )}
    </div>
  );
}
