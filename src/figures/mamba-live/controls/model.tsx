import { lazy, Suspense, useId, useState } from "react";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure } from "../../../ui/live.ts";
import { isOwn, type Model } from "../models.ts";
import type { ModelParam } from "../modelParam.ts";
import type { Own } from "../own.ts";

// What takes a reader's own files: fetched when one is asked for.
const OwnFiles = lazy(async () => ({ default: (await import("./own/OwnFiles.tsx")).OwnFiles }));

/** The model: one that ships with the course, or the reader's own, which is there once its files were chosen. */
export default function ModelControl({ name, param }: { name: string; param: ModelParam }) {
  const { session, words } = useFigure();
  const id = useId();
  const now = () => session.store.getState().values[name] as Model;
  const [asked, setAsked] = useState(() => isOwn(now()));
  const [last, setLast] = useState(() => [now()].find(isOwn));
  const [seen, setSeen] = useState(now);
  const select = useBound<HTMLSelectElement>(session, () => {
    const model = now();
    if (model === seen) return; // one's own may be asked for before there is one
    setSeen(model);
    setAsked(isOwn(model));
    if (isOwn(model)) setLast(model);
  });
  const choose = (value: string) => {
    const model = param.parse(value) ?? last;
    setAsked(value === "own");
    if (model) session.set({ [name]: model });
  };
  const take = (own: Own) => {
    session.set({ [name]: own });
    session.seek(Infinity);
  };
  return (
    <div className="control choice own-model" data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <select
        ref={select}
        id={id}
        value={asked ? "own" : param.print(seen)}
        onChange={(e) => choose(e.target.value)}
      >
        {Object.keys(param.options ?? {}).map((key) => (
          <option key={key} value={key}>
            {words(`params.${name}.${key}`)}
          </option>
        ))}
      </select>
      {asked && (
        <Suspense fallback={null}>
          <OwnFiles had={last} take={take} />
        </Suspense>
      )}
    </div>
  );
}
