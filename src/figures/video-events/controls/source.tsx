import { lazy, Suspense, useId, useState } from "react";
import { MADE, type Source, type SourceParam } from "../source.ts";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure } from "../../../ui/live.ts";

// The camera: fetched when a reader asks for it.
const Camera = lazy(async () => ({ default: (await import("./own/Camera.tsx")).Camera }));

/** Chooses the film: made here, or the reader's own, which is there once it was filmed. */
export default function SourcePicker({ name, param }: { name: string; param: SourceParam }) {
  const { session, words } = useFigure();
  const id = useId();
  const value = () => session.store.getState().values[name] as Source;
  const [shown, setShown] = useState<Source["kind"]>(() => value().kind);
  const [seen, setSeen] = useState(value);
  const select = useBound<HTMLSelectElement>(session, (_, { values }) => {
    const source = values[name] as Source;
    if (source === seen) return; // "my own" may be chosen before there is one
    setSeen(source);
    setShown(source.kind);
  });
  const take = (source: Source) => {
    session.set({ [name]: source, cleared: 0 });
    session.seek(Infinity);
  };
  return (
    <div className="control signal" data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <select
        ref={select}
        id={id}
        value={shown}
        onChange={(e) => {
          setShown(e.target.value as Source["kind"]);
          if (e.target.value === "made") take(MADE);
        }}
      >
        {Object.keys(param.options ?? {}).map((k) => (
          <option key={k} value={k}>
            {words(`params.${name}.${k}`)}
          </option>
        ))}
      </select>
      {shown === "camera" && (
        <Suspense fallback={null}>
          <Camera take={take} />
        </Suspense>
      )}
    </div>
  );
}
