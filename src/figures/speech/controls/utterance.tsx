import { lazy, Suspense, useId, useRef, useState } from "react";
import { ParamLabel } from "../../../ui/ParamLabel.tsx";
import { useBound, useFigure } from "../../../ui/live.ts";
import { useSay } from "../../../ui/words.ts";
import type { Sound } from "../sound.ts";
import type { SoundParam } from "../soundParam.ts";

// Files, the microphone and the model that listens live: fetched when a reader brings a voice of their own.
const OwnVoice = lazy(async () => ({ default: (await import("./own/OwnVoice.tsx")).OwnVoice }));

/** Chooses a sound: one that the course brings along, or the reader's own, live or from a file. */
export default function SoundPicker({ name, param }: { name: string; param: SoundParam }) {
  const { session, words } = useFigure();
  const say = useSay();
  const id = useId();
  const value = () => session.store.getState().values[name] as Sound;
  const [shown, setShown] = useState(() => param.print(value()));
  const seen = useRef(value());
  const select = useBound<HTMLSelectElement>(session, (_, { values }) => {
    const sound = values[name] as Sound;
    if (sound === seen.current) return; // "my own" may be chosen before there is one
    seen.current = sound;
    setShown(param.print(sound));
  });
  const take = (sound: Sound) => {
    session.set({ [name]: sound });
    session.seek(Infinity);
  };
  return (
    <div className="control signal" data-control={name}>
      <ParamLabel name={name} param={param} htmlFor={id} />
      <select
        ref={select}
        id={id}
        value={shown}
        onChange={(e) => {
          setShown(e.target.value);
          const sound = param.parse(e.target.value);
          if (sound) take(sound);
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
          <OwnVoice take={take} />
        </Suspense>
      )}
    </div>
  );
}
