import { useId, useState } from "react";
import type { PathParam } from "../pathParam.ts";
import { MIDDLE, ownPath, pointsOf, type Path } from "../path.ts";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure } from "../../../ui/live.ts";

/** Chooses the way of the target: a bundled path, or the reader's own, steered in the picture. */
export default function PathPicker({ name, param }: { name: string; param: PathParam }) {
  const { session, words } = useFigure();
  const id = useId();
  const value = () => session.store.getState().values[name] as Path;
  const [shown, setShown] = useState(() => value().kind);
  const select = useBound<HTMLSelectElement>(session, (el, { values }) => {
    const { kind } = values[name] as Path;
    el.value = kind;
    setShown(kind);
  });
  const take = (path: Path) => {
    session.set({ [name]: path });
    session.seek(Infinity);
  };
  return (
    <div className="control signal" data-symbol={param.symbol} data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <select
        ref={select}
        id={id}
        defaultValue={shown}
        // One's own begins as a copy of what is there, ready to be steered on.
        onChange={(e) => take(param.parse(e.target.value) ?? ownPath(pointsOf(value())))}
      >
        {Object.keys(param.options ?? {}).map((k) => (
          <option key={k} value={k}>
            {words(`params.${name}.${k}`)}
          </option>
        ))}
      </select>
      {shown === "own" && (
        <>
          <button type="button" onClick={() => take(ownPath(MIDDLE))}>
            {words("phrases.again")}
          </button>
          <p className="hint">{words("phrases.steerHint")}</p>
        </>
      )}
    </div>
  );
}
