import { useEffect, useId, useRef, type KeyboardEvent } from "react";
import { format } from "../kit/format.ts";
import type { NumberParam } from "../kit/params/number.ts";
import { ParamLabel } from "./ParamLabel.tsx";
import { useBound, useFigure } from "./live.ts";
import { useTold } from "./useTold.ts";
import { useSay } from "./words.ts";

/** A slider with a typed value beside it. Logarithmic ones travel in 0…1; the value text always speaks the number. */
export function Slider({ name, param }: { name: string; param: NumberParam & { log?: true } }) {
  const { session } = useFigure();
  const say = useSay();
  const id = useId();
  const told = useTold();
  const text = useRef<HTMLInputElement>(null);
  const end = (values: object) => session.figure.ends?.(values as never)[name] ?? param.max;
  const at = () => {
    const { values } = session.store.getState();
    return Math.min(values[name] as number, end(values));
  };
  const position = (x: number) => (param.log ? param.where(x) : x);
  const share = (x: number, most: number) =>
    param.log ? param.where(x) : (Math.min(x, most) - param.min) / (most - param.min);
  const range = useBound<HTMLInputElement>(session, (el, { values }) => {
    const most = end(values);
    const x = Math.min(values[name] as number, most);
    if (!param.log && el.max !== String(most)) el.max = String(most);
    el.value = String(position(x));
    el.style.setProperty("--p", `${share(x, most) * 100}%`);
    el.setAttribute("aria-valuetext", format(x, 4));
    const kept = told.keeps(values[name], values);
    const away = document.activeElement !== text.current;
    if (text.current && away && !kept) text.current.value = format(x, 4);
  });
  const { clear } = told;
  useEffect(clear, [session, param, clear]); // a sentence belongs to its figure

  const type = (typed: string) => {
    const read = param.parse(typed);
    const most = end(session.store.getState().values);
    const bounds = { min: format(param.min), max: format(most, 4) };
    if (read === undefined)
      return told.refuse(say("number.invalid", bounds), session.store.getState().values[name]);
    const value = Math.min(read, most);
    const wanted = Number(typed.replace("−", "-").replace(",", "."));
    clear();
    session.set({ [name]: value });
    if (wanted < param.min || wanted > most)
      told.note(say("number.clamped", bounds), session.store.getState().values);
    if (text.current) text.current.value = format(value, 4);
  };
  /** Back to the number that holds, from what was typed. */
  const giveUp = (e: KeyboardEvent<HTMLInputElement>) => {
    const now = format(at(), 4);
    if (!told.text && e.currentTarget.value === now) return;
    e.stopPropagation();
    e.currentTarget.value = now;
    clear();
  };
  return (
    <div className="control number" data-symbol={param.symbol} data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <input
        ref={text}
        className="typed"
        inputMode="decimal"
        autoComplete="off"
        aria-label={useFigure().words(`params.${name}`)}
        aria-invalid={told.wrong || undefined}
        aria-describedby={told.text ? `${id}p` : undefined}
        defaultValue={format(at(), 4)}
        onBlur={(e) => e.target.value !== format(at(), 4) && type(e.target.value)}
        onKeyDown={(e) => {
          if (e.key === "Enter") type(e.currentTarget.value);
          if (e.key === "Escape") giveUp(e);
        }}
      />
      <input
        ref={range}
        id={id}
        type="range"
        min={param.log ? 0 : param.min}
        max={param.log ? 1 : end(session.store.getState().values)}
        step={param.log ? 0.002 : param.step}
        defaultValue={position(at())}
        style={
          {
            "--p": `${share(at(), end(session.store.getState().values)) * 100}%`,
          } as React.CSSProperties
        }
        aria-valuetext={format(at(), 4)}
        onInput={(e) => {
          clear();
          const x = Number(e.currentTarget.value);
          session.set({ [name]: param.log ? param.at(x) : param.parse(String(x))! });
        }}
        onKeyDown={(e) => {
          const by = { PageUp: 10, PageDown: -10 }[e.key];
          if (by === undefined) return;
          e.preventDefault();
          e.stopPropagation();
          const most = end(session.store.getState().values);
          session.set({ [name]: Math.min(most, param.nudge(at(), by)) });
        }}
      />
      {told.text && (
        <p className="problem" role="alert" id={`${id}p`}>
          {told.text}
        </p>
      )}
    </div>
  );
}
