import { MOST_PUSHES, WAYS, withPush, type Pushes, type PushesParam } from "../pushes.ts";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure } from "../../../ui/live.ts";
import { useSay } from "../../../ui/words.ts";

/** Pushes at the playhead: one one way, one the other, or none at all any more. */
export default function PushesField({ name, param }: { name: string; param: PushesParam }) {
  const { session } = useFigure();
  const say = useSay();
  const [less, more, none] = WAYS[param.ways];
  const value = () => session.store.getState().values[name] as Pushes;
  const told = (list: Pushes) => say("pushes.count", { n: list.length, most: MOST_PUSHES });
  const count = useBound<HTMLOutputElement>(session, (el, { values }) => {
    const text = told(values[name] as Pushes);
    if (el.textContent !== text) el.textContent = text;
  });
  const clear = useBound<HTMLButtonElement>(session, (el, { values }) => {
    el.disabled = (values[name] as Pushes).length === 0;
  });
  const push = (force: number) => {
    const end = session.length() - 1;
    const { t } = session.store.getState();
    // At the end nothing would follow: push early instead, and look there.
    const step = t >= end ? Math.floor(end / 12) : Math.floor(t);
    const now = value().find((p) => p.step === step)?.force ?? 0;
    session.set({ [name]: withPush(value(), step, now + force) });
    if (t >= end) session.seek(step);
  };
  return (
    <div className="control pushes" data-symbol={param.symbol} data-control={name}>
      <ParamLabel name={name} param={param} />
      <button type="button" onClick={() => push(-param.usual)}>
        {param.ways === "sides" && <span aria-hidden="true">← </span>}
        {say(less)}
      </button>
      <button type="button" onClick={() => push(param.usual)}>
        {say(more)}
        {param.ways === "sides" && <span aria-hidden="true"> →</span>}
      </button>
      <button ref={clear} type="button" onClick={() => session.set({ [name]: [] })}>
        {say(none)}
      </button>
      <output ref={count}>{told(value())}</output>
    </div>
  );
}
