import { useState } from "react";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure } from "../../../ui/live.ts";
import { allViews, FEWEST, MOST_VIEWS, type ViewName, type ViewsParam } from "../viewsParam.ts";

/** Which views are shown, and in which order. */
export default function ViewsPicker({ name, param }: { name: string; param: ViewsParam }) {
  const { session, words } = useFigure();
  const now = () => session.store.getState().values[name] as readonly ViewName[];
  const [shown, setShown] = useState(now);
  const list = useBound<HTMLOListElement>(session, () => setShown(now()));
  const say = (view: ViewName) => words(`params.${name}.${view}`);
  const set = (next: readonly ViewName[]) => session.set({ [name]: next });
  const move = (k: number, by: number) => {
    const next = [...shown];
    [next[k], next[k + by]] = [next[k + by]!, next[k]!];
    set(next);
  };
  return (
    <div className="control views" data-control={name}>
      <ParamLabel name={name} param={param} />
      <ol ref={list}>
        {shown.map((view, k) => (
          <li key={view}>
            {say(view)}{" "}
            <button
              type="button"
              disabled={k === 0}
              aria-label={`${say(view)}: ${words("phrases.earlier")}`}
              onClick={() => move(k, -1)}
            >
              ↑
            </button>
            <button
              type="button"
              disabled={k === shown.length - 1}
              aria-label={`${say(view)}: ${words("phrases.later")}`}
              onClick={() => move(k, 1)}
            >
              ↓
            </button>
            <button
              type="button"
              disabled={shown.length <= FEWEST}
              aria-label={`${say(view)}: ${words("phrases.takeAway")}`}
              onClick={() => set(shown.filter((v) => v !== view))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <div className="views-add" role="group" aria-label={words("phrases.add")}>
        {allViews
          .filter((view) => !shown.includes(view))
          .map((view) => (
            <button
              key={view}
              type="button"
              disabled={shown.length >= MOST_VIEWS}
              onClick={() => set([...shown, view])}
            >
              + {say(view)}
            </button>
          ))}
      </div>
      <p className="hint">{words("phrases.viewsHint")}</p>
    </div>
  );
}
