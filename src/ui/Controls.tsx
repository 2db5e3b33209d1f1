import type { JSX } from "react";
import type { Param } from "../kit/param.ts";
import { ClipPicker } from "./ClipPicker.tsx";
import { MatrixField } from "./MatrixField.tsx";
import { PushesField } from "./PushesField.tsx";
import { Choice, Seed, Toggle } from "./Options.tsx";
import { PathPicker } from "./PathPicker.tsx";
import { SignalPicker } from "./SignalPicker.tsx";
import { Slider } from "./Slider.tsx";
import { useFigure } from "./live.ts";
import { useSay } from "./words.ts";

/** A control for each kind of parameter; a new kind is one line here. */
const kinds: Readonly<Record<string, (p: { name: string; param: never }) => JSX.Element>> = {
  number: Slider,
  matrix: MatrixField,
  choice: Choice,
  toggle: Toggle,
  seed: Seed,
  signal: SignalPicker,
  clip: ClipPicker,
  path: PathPicker,
  pushes: PushesField,
};

/** Every control of the figure, as declared; `hidden` names those that the address leaves out. */
export function Controls({ hidden }: { hidden: ReadonlySet<string> }) {
  const { session } = useFigure();
  const say = useSay();
  const shown = Object.entries(session.figure.params).filter(([name]) => !hidden.has(name));
  const draw = ([name, param]: [string, Param<unknown>]) => {
    const Kind = kinds[param.kind]!;
    return <Kind key={name} name={name} param={param as never} />;
  };
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
