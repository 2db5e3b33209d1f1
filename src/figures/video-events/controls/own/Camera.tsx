import { useEffect, useRef, useState } from "react";
import { film, SIDE } from "../../../../intake/camera.ts";
import { isProblem, type Problem } from "../../../../intake/problem.ts";
import { FRAMES } from "../../../../models/film/film.ts";
import { GLYPH } from "../../../../models/film/glyphs.ts";
import { useLateSay } from "../../../../ui/lateWords.ts";
import { useFigure } from "../../../../ui/live.ts";
import type { Source } from "../../source.ts";

/** Frames a second: a flash of one to six, as in training, is a sixth of a second to a second. */
const RATE = 6;

/** Films 64 frames; what is taken is shown with a square of a glyph's size. Every way it can fail becomes a sentence. */
export function Camera({ take }: { take: (source: Source) => void }) {
  const { words } = useFigure();
  const say = (phrase: string) => words(`phrases.${phrase}`);
  const tell = useLateSay("import");
  const sheet = useRef<HTMLCanvasElement>(null);
  const stop = useRef<AbortController>(undefined);
  const [taken, setTaken] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => () => stop.current?.abort(), []);
  const show = (frame: Uint8Array, k: number) => {
    setTaken(k + 1);
    const pen = sheet.current?.getContext("2d");
    if (!pen) return;
    const picture = pen.createImageData(SIDE, SIDE);
    frame.forEach((x, i) => picture.data.set([x, x, x, 255], 4 * i));
    pen.putImageData(picture, 0, 0);
  };
  const begin = async () => {
    setProblem(undefined);
    setTaken(0);
    stop.current = new AbortController();
    const { signal } = stop.current;
    const made = await film(FRAMES, RATE, show, signal);
    if (stop.current?.signal !== signal) return;
    stop.current = undefined;
    setTaken(undefined);
    if (!isProblem(made)) take({ kind: "camera", pixels: made });
    else if (made.problem !== "cancelled") setProblem(made);
  };
  const filming = taken !== undefined;
  return (
    <div className="own film-camera" role="group" aria-label={say("filmIt")}>
      <button
        type="button"
        aria-pressed={filming}
        onClick={() => (filming ? stop.current?.abort() : void begin())}
      >
        {say(filming ? "stopFilm" : "filmIt")}
      </button>
      {filming && (
        <figure className="film-preview">
          <div>
            <canvas ref={sheet} width={SIDE} height={SIDE} />
            <span
              style={{ width: `${(100 * GLYPH) / SIDE}%`, height: `${(100 * GLYPH) / SIDE}%` }}
            />
          </div>
          <figcaption className="hint">{say("preview")}</figcaption>
        </figure>
      )}
      <p className="hint" role="status">
        {filming && (taken === 0 ? say("cameraAsks") : `${taken} / ${FRAMES}`)}
      </p>
      {problem && (
        <p className="problem" role="alert">
          {tell(problem.problem)}
        </p>
      )}
      <p className="hint">{say("cameraHint")}</p>
    </div>
  );
}
