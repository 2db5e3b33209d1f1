import { useId } from "react";
import type { ChoiceParam } from "../kit/params/choice.ts";
import type { SeedParam } from "../kit/params/seed.ts";
import type { ToggleParam } from "../kit/params/toggle.ts";
import { ParamLabel } from "./ParamLabel.tsx";
import { useBound, useFigure } from "./live.ts";
import { useSay } from "./words.ts";

/** One of a few options, as a native select. */
export function Choice({ name, param }: { name: string; param: ChoiceParam<string> }) {
  const { session, words } = useFigure();
  const id = useId();
  const ref = useBound<HTMLSelectElement>(session, (el, { values }) => {
    el.value = values[name] as string;
  });
  return (
    <div className="control choice" data-symbol={param.symbol} data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <select
        ref={ref}
        id={id}
        defaultValue={session.store.getState().values[name] as string}
        onChange={(e) => session.set({ [name]: e.target.value })}
      >
        {Object.keys(param.options).map((k) => (
          <option key={k} value={k}>
            {words(`params.${name}.${k}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** On or off. */
export function Toggle({ name, param }: { name: string; param: ToggleParam }) {
  const { session, words } = useFigure();
  const ref = useBound<HTMLInputElement>(session, (el, { values }) => {
    el.checked = values[name] as boolean;
  });
  return (
    <div className="control toggle" data-symbol={param.symbol} data-control={name}>
      <label>
        <input
          ref={ref}
          type="checkbox"
          defaultChecked={session.store.getState().values[name] as boolean}
          onChange={(e) => session.set({ [name]: e.target.checked })}
        />
        {words(`params.${name}`)}
      </label>
    </div>
  );
}

/** The seed of the figure's noise, with a button for the next one. */
export function Seed({ name, param }: { name: string; param: SeedParam }) {
  const { session } = useFigure();
  const say = useSay();
  const id = useId();
  const ref = useBound<HTMLInputElement>(session, (el, { values }) => {
    if (document.activeElement !== el) el.value = String(values[name]);
  });
  return (
    <div className="control seed" data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <input
        ref={ref}
        id={id}
        className="typed"
        inputMode="numeric"
        defaultValue={String(session.store.getState().values[name])}
        onChange={(e) => {
          const value = param.parse(e.target.value);
          if (value !== undefined) session.set({ [name]: value });
        }}
      />
      <button
        type="button"
        onClick={() =>
          session.set({ [name]: param.nudge(session.store.getState().values[name] as number, 1) })
        }
      >
        {say("seed.new")}
      </button>
    </div>
  );
}
