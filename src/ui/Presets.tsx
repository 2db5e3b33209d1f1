import { useFigure } from "./live.ts";
import { useSay } from "./words.ts";

/** The figure's settings, on buttons and on the digit keys. */
export function Presets() {
  const { session, words } = useFigure();
  const say = useSay();
  const presets = Object.entries(session.figure.presets).filter(([, p]) => !p.lesson);
  return (
    <div className="presets" role="group" aria-label={say("presets")}>
      {presets.map(([k, p], i) => (
        <button key={k} type="button" onClick={() => session.take(k)}>
          {i < 9 && <kbd aria-hidden="true">{i + 1}</kbd>} {words(`presets.${k}`) || p.label}
        </button>
      ))}
    </div>
  );
}
