import { useCallback } from "react";
import { useStore } from "zustand";
import { idleOf } from "../kit/derive.ts";
import type { Param } from "../kit/param.ts";
import { takeBack } from "../session/takeBack.ts";
import { Choice, Seed, Toggle } from "./Options.tsx";
import { Presets } from "./Presets.tsx";
import { Slider } from "./Slider.tsx";
import type { Fittings } from "./fittings.ts";
import { useFigure } from "./live.ts";
import { useSay } from "./words.ts";

/** The kinds of parameters that nearly every figure has; the control of any other is a file. */
const everywhere: Fittings = { number: Slider, choice: Choice, toggle: Toggle, seed: Seed };

interface Props {
  readonly hidden: ReadonlySet<string>;
  readonly fittings: Fittings;
}

/** Draws a parameter's control. */
function useDraw(fittings: Fittings) {
  const { session } = useFigure();
  const { id } = session.figure;
  return ([name, param]: [string, Param<unknown>]) => {
    const Kind = everywhere[param.kind] ?? fittings[param.kind];
    if (!Kind)
      throw new Error(
        `${id}: no control for a parameter of kind ${param.kind}; it belongs in src/figures/${id}/controls/${param.kind}.tsx`,
      );
    const control = <Kind key={name} name={name} param={param as never} />;
    if (!session.locked?.has(name)) return control;
    return (
      <fieldset key={name} className="locked" disabled>
        {control}
      </fieldset>
    );
  };
}

/** The controls that a step speaks of, in its text. */
export function StepControls({
  names,
  hidden,
  fittings,
}: Props & { readonly names: readonly string[] }) {
  const { words, session } = useFigure();
  const draw = useDraw(fittings);
  const whole = useCallback((el: HTMLElement | null) => takeBack(session, el!), [session]);
  const here = new Set(names.filter((name) => !hidden.has(name)));
  const shown = Object.entries(session.figure.params).filter(([name]) => here.has(name));
  if (here.size === 0) return null;
  return (
    <div ref={whole} className="step-controls" role="group" aria-label={words("title")}>
      {shown.length > 0 && <div className="controls">{shown.map(draw)}</div>}
      {here.has("presets") && <Presets />}
    </div>
  );
}

/** Every control of the figure that changes something now; `hidden` names those that the address leaves out. */
export function Controls({ hidden, fittings }: Props) {
  const { session } = useFigure();
  const say = useSay();
  const draw = useDraw(fittings);
  const { params } = session.figure;
  const idle = useStore(session.store, ({ values }) => idleOf(session.figure, values).join(" "));
  const away = new Set([...hidden, ...idle.split(" ")]);
  const shown = Object.entries(params).filter(([name]) => !away.has(name));
  const more = shown.filter(([, p]) => p.more);
  return (
    <>
      <div className="controls">{shown.filter(([, p]) => !p.more).map(draw)}</div>
      {more.length > 0 && !hidden.has("more") && (
        <details className="more">
          <summary>{say("more")}</summary>
          <div className="controls">{more.map(draw)}</div>
        </details>
      )}
    </>
  );
}
