import { useId } from "react";
import type { ChoiceParam } from "../kit/params/choice.ts";
import type { SeedParam } from "../kit/params/seed.ts";
import type { ToggleParam } from "../kit/params/toggle.ts";
import { ParamLabel } from "./ParamLabel.tsx";
import { useBound, useFigure } from "./live.ts";
import { useTold } from "./useTold.ts";
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
  const told = useTold();
  const now = () => session.store.getState().values[name] as number;
  const ref = useBound<HTMLInputElement>(session, (el, { values }) => {
    const kept = told.keeps(values[name], values);
    if (document.activeElement !== el && !kept) el.value = String(values[name]);
  });
  const type = (typed: string) => {
    const value = param.parse(typed);
    if (value === undefined && typed.trim()) return told.refuse(say("seed.invalid"), now());
    told.clear();
    if (value !== undefined) session.set({ [name]: value });
  };
  const giveUp = (el: HTMLInputElement) => {
    el.value = String(now());
    told.clear();
  };
  return (
    <div className="control seed" data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <input
        ref={ref}
        id={id}
        className="typed"
        inputMode="numeric"
        aria-invalid={told.wrong || undefined}
        aria-describedby={told.text ? `${id}p` : undefined}
        defaultValue={String(now())}
        onChange={(e) => type(e.target.value)}
        onBlur={(e) => e.target.value.trim() === "" && giveUp(e.target)}
        onKeyDown={(e) => {
          if (e.key !== "Escape" || !told.wrong) return;
          e.stopPropagation();
          giveUp(e.currentTarget);
        }}
      />
      <button type="button" onClick={() => session.set({ [name]: param.nudge(now(), 1) })}>
        {say("seed.new")}
      </button>
      {told.text && (
        <p className="problem" role="alert" id={`${id}p`}>
          {told.text}
        </p>
      )}
    </div>
  );
}
