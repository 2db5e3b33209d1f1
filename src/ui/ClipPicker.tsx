import { lazy, Suspense, useId, useRef, useState } from "react";
import type { Clip } from "../kit/clip.ts";
import type { ClipParam } from "../kit/params/clip.ts";
import { ParamLabel } from "./ParamLabel.tsx";
import { useBound, useFigure } from "./live.ts";
import { useSay } from "./words.ts";

// Files, sound and the microphone: fetched when a reader brings their own.
const OwnSound = lazy(async () => ({ default: (await import("./OwnSound.tsx")).OwnSound }));

/** Chooses a clip of sound: a bundled one, or the reader's own, which is there once it was opened or spoken. */
export function ClipPicker({ name, param }: { name: string; param: ClipParam }) {
  const { session, words } = useFigure();
  const say = useSay();
  const id = useId();
  const value = () => session.store.getState().values[name] as Clip;
  const [shown, setShown] = useState<Clip["kind"]>(() => value().kind);
  const seen = useRef(value());
  const [clip, setClip] = useState(value);
  const select = useBound<HTMLSelectElement>(session, (_, { values }) => {
    const clip = values[name] as Clip;
    if (clip === seen.current) return; // "my own" may be chosen before there is one
    seen.current = clip;
    setClip(clip);
    setShown(clip.kind);
  });
  const take = (clip: Clip) => {
    session.set({ [name]: clip });
    session.seek(0);
  };
  return (
    <div className="control signal" data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <select
        ref={select}
        id={id}
        value={shown}
        onChange={(e) => {
          setShown(e.target.value as Clip["kind"]);
          const given = param.given(e.target.value);
          if (given) take(given);
        }}
      >
        {Object.keys(param.options ?? {}).map((k) => (
          <option key={k} value={k}>
            {words(`params.${name}.${k}`)}
          </option>
        ))}
      </select>
      {shown === "own" && (
        <Suspense fallback={<p className="hint">{say("signal.working")}</p>}>
          <OwnSound clip={clip} take={take} minutes={param.minutes} />
        </Suspense>
      )}
    </div>
  );
}
