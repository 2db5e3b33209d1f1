import type { Sets, SetsParam } from "../sets.ts";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure } from "../../../ui/live.ts";

/** How many values are set by hand, and the way back. */
export default function SetsField({ name, param }: { name: string; param: SetsParam }) {
  const { session, words } = useFigure();
  const value = () => session.store.getState().values[name] as Sets;
  const count = useBound<HTMLOutputElement>(session, (el, { values }) => {
    const text = String((values[name] as Sets).length);
    if (el.textContent !== text) el.textContent = text;
  });
  const reset = useBound<HTMLButtonElement>(session, (el, { values }) => {
    el.disabled = (values[name] as Sets).length === 0;
  });
  return (
    <div className="control pushes" data-control={name}>
      <ParamLabel name={name} param={param} />
      <output ref={count}>{String(value().length)}</output>
      <button ref={reset} type="button" onClick={() => session.set({ [name]: [] })}>
        {words("phrases.reset")}
      </button>
    </div>
  );
}
