import { useId } from "react";
import { useSay } from "../words.ts";
import type { Look } from "./Preview.tsx";

export interface Wanted extends Omit<Look, "caption"> {
  readonly captioned: boolean;
}

/** How the picture is to look. */
export function LookFields({
  wanted,
  want,
  ground = true,
}: {
  wanted: Wanted;
  want: (more: Partial<Wanted>) => void;
  /** Whether it may be without a ground. */
  ground?: boolean;
}) {
  const say = useSay();
  return (
    <>
      <Pick
        label={say("share.layout")}
        value={wanted.layout}
        options={{ wide: say("share.wide"), compact: say("share.compact") }}
        choose={(layout) => want({ layout })}
      />
      <Pick
        label={say("share.colours")}
        value={wanted.dark ? "dark" : "light"}
        options={{ light: say("theme.light"), dark: say("theme.dark") }}
        choose={(theme) => want({ dark: theme === "dark" })}
      />
      {ground && (
        <Tick label={say("share.ground")} on={wanted.ground} turn={(on) => want({ ground: on })} />
      )}
      <Tick
        label={say("share.caption")}
        on={wanted.captioned}
        turn={(on) => want({ captioned: on })}
      />
    </>
  );
}

/** One of a few, as a native select. */
export function Pick<K extends string>({
  label,
  value,
  options,
  choose,
}: {
  label: string;
  value: K;
  options: Readonly<Partial<Record<K, string>>>;
  choose: (k: K) => void;
}) {
  const id = useId();
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(e) => choose(e.target.value as K)}>
        {Object.entries<string>(options as Record<string, string>).map(([k, text]) => (
          <option key={k} value={k}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Tick({
  label,
  on,
  turn,
}: {
  label: string;
  on: boolean;
  turn: (on: boolean) => void;
}) {
  return (
    <label className="share-tick">
      <input type="checkbox" checked={on} onChange={(e) => turn(e.target.checked)} /> {label}
    </label>
  );
}
