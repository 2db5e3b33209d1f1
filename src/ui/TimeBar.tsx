import { CALM, speeds } from "../session/timeline.ts";
import { useBound, useFigure } from "./live.ts";
import { useSay } from "./words.ts";

/** Play, step, scrub, speed, repeat: the same under every figure that has time. */
export function TimeBar() {
  const { session } = useFigure();
  const say = useSay();
  const rate = session.figure.rate ?? CALM;
  const state = session.store.getState();
  const play = useBound<HTMLButtonElement>(session, (el, { playing }) => {
    el.setAttribute("aria-label", say(playing ? "pause" : "play"));
    el.dataset.playing = String(playing);
  });
  const now = useBound<HTMLOutputElement>(session, (el, { t }) => {
    el.textContent = String(Math.floor(t));
  });
  const scrub = useBound<HTMLInputElement>(session, (el, { t }) => {
    const end = session.length() - 1;
    el.max = String(end);
    el.value = String(Math.floor(t));
    el.style.setProperty("--p", `${(end > 0 ? t / end : 0) * 100}%`);
  });
  const speed = useBound<HTMLButtonElement>(session, (el, { speed }) => {
    el.textContent = `${speed / rate}×`;
    el.setAttribute("aria-label", `${speed / rate}×, ${say("speed", { n: speed })}`);
  });
  const loop = useBound<HTMLButtonElement>(session, (el, { loop }) => {
    el.setAttribute("aria-pressed", String(loop));
  });
  return (
    <div className="time" data-control="time">
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
      <span className="now">
        <i>t</i> ={" "}
        <output ref={now} aria-live="off">
          {Math.floor(state.t)}
        </output>
      </span>
      <input
        ref={scrub}
        type="range"
        min={0}
        max={session.length() - 1}
        step={1}
        defaultValue={Math.floor(state.t)}
        aria-label={say("time")}
        onInput={(e) => {
          const t = Number(e.currentTarget.value); // before the store's next word puts it back
          session.play(false);
          session.seek(t);
        }}
      />
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
