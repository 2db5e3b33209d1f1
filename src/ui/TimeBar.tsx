import { clockOf } from "../kit/derive.ts";
import { CALM, speeds } from "../session/timeline.ts";
import { useBound, useFigure, type State } from "./live.ts";
import { useSay } from "./words.ts";

/** A clock of many letters stands above its slider: on a phone, or anywhere. */
const clockClass = (letters: number) =>
  letters > 20 ? "now long above" : letters > 8 ? "now long" : "now";

/** Play, step, scrub, speed, repeat: the same under every figure that has time. */
export function TimeBar() {
  const { session, words } = useFigure();
  const say = useSay();
  const rate = session.figure.rate ?? CALM;
  const state = session.store.getState();
  const play = useBound<HTMLButtonElement>(session, (el, { playing }) => {
    el.setAttribute("aria-label", say(playing ? "pause" : "play"));
    el.dataset.playing = String(playing);
  });
  const told = (s: State) => clockOf(session.figure, words, s) ?? `t = ${Math.floor(s.t)}`;
  const ends = [0, session.length() - 1].map((t) => wide(told({ ...state, t })));
  const now = useBound<HTMLOutputElement>(session, (el, s) => {
    const text = told(s);
    if (el.textContent !== text) el.textContent = text;
    el.dataset.t = String(Math.floor(s.t));
  });
  const scrub = useBound<HTMLInputElement>(session, (el, s) => {
    const { t } = s;
    const end = session.length() - 1;
    el.max = String(end);
    el.value = String(Math.floor(t));
    el.setAttribute("aria-valuetext", told(s));
    el.style.setProperty("--p", `${(end > 0 ? t / end : 0) * 100}%`);
  });
  const speed = useBound<HTMLButtonElement>(session, (el, { speed }) => {
    el.textContent = `${speed / rate}×`;
    el.setAttribute("aria-label", `${speed / rate}×, ${say("speed", { n: speed })}`);
  });
  const loop = useBound<HTMLButtonElement>(session, (el, { loop }) => {
    el.setAttribute("aria-pressed", String(loop));
  });
  // Where there is no time just now its place is kept: what stands beside it does not move.
  const bar = useBound<HTMLDivElement>(session, (el) => {
    el.toggleAttribute("data-still", session.length() <= 1);
  });
  return (
    <div ref={bar} className="time" data-control="time">
      <button
        ref={play}
        type="button"
        className="icon play"
        aria-label={say("play")}
        onClick={() => session.play(!session.store.getState().playing)}
      />
      <button
        type="button"
        className="icon"
        aria-label={say("back")}
        onClick={() => session.step(-1)}
      >
        ‹
      </button>
      <button
        type="button"
        className="icon"
        aria-label={say("forward")}
        onClick={() => session.step(1)}
      >
        ›
      </button>
      <div className="where">
        <output
          ref={now}
          className={clockClass(Math.max(...ends))}
          data-t={Math.floor(state.t)}
          style={{ minWidth: `${Math.max(...ends)}ch` }}
          aria-live="off"
        >
          {told(state)}
        </output>
        <input
          ref={scrub}
          type="range"
          min={0}
          max={session.length() - 1}
          step={1}
          defaultValue={Math.floor(state.t)}
          aria-label={say("time")}
          aria-valuetext={told(state)}
          onInput={(e) => {
            const t = Number(e.currentTarget.value); // before the store's next word puts it back
            session.play(false);
            session.seek(t);
          }}
        />
      </div>
      <button
        ref={speed}
        type="button"
        className="icon speed"
        aria-label={`${state.speed / rate}×, ${say("speed", { n: state.speed })}`}
        onClick={() => {
          const paces = speeds.map((s) => (s * rate) / CALM);
          const k = paces.indexOf(session.store.getState().speed);
          session.pace(paces[(k + 1) % paces.length]!);
        }}
      >
        {state.speed / rate}×
      </button>
      <button
        ref={loop}
        type="button"
        className="icon"
        aria-pressed={state.loop}
        aria-label={say("loop")}
        onClick={() => session.loop(!session.store.getState().loop)}
      >
        ↻
      </button>
    </div>
  );
}

/** About how many digits' widths a text takes: a Chinese character takes two. */
const wide = (text: string) => text.replaceAll(/[\u2e80-\uffef]/g, "00").length;
