import { useEffect, useMemo, useState } from "react";
import { playerOf, soundOf } from "../player.ts";
import { useBound, useFigure } from "../live.ts";
import { useSay } from "../words.ts";

/**
 * Buttons that let a figure's sounds be heard: repeated, all equally loud, one at a time. From one to the other the place is
 * kept; the playhead goes along where the figure's time is the clock's, and takes the sound with it when it is moved.
 */
export default function Sounds() {
  const { session, words } = useFigure();
  const say = useSay();
  const [failed, setFailed] = useState(false);
  const player = useMemo(() => playerOf(session, () => setFailed(true)), [session]);
  useEffect(() => player.stop, [player]);
  const names = Object.keys(session.figure.sounds!);
  const bar = useBound<HTMLDivElement>(session, (el, state) => {
    player.hear(state);
    el.querySelectorAll("button").forEach((button, k) => {
      const missing = soundOf(session.figure.sounds![names[k]!]!, state) === undefined;
      if (button.disabled !== missing) button.disabled = missing;
      button.setAttribute("aria-pressed", String(player.name() === names[k]));
    });
  });
  return (
    <div ref={bar} className="sounds" role="group" aria-label={say("sounds")} data-control="sounds">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={false}
          onClick={() => {
            setFailed(false);
            player.toggle(name);
          }}
        >
          {words(`sounds.${name}`)}
        </button>
      ))}
      <span role="status">{failed && say("sounds.failed")}</span>
    </div>
  );
}
