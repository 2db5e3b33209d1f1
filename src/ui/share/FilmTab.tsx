import { useEffect, useId, useRef, useState } from "react";
import { CALM, speeds } from "../../session/timeline.ts";
import { useFigure } from "../live.ts";
import { useSay } from "../words.ts";
import { endingOf, gif, LONGEST, recordable, recorded, secondsOf, type Paint } from "./film.ts";
import { LookFields, Pick } from "./LookFields.tsx";
import { fileName, save } from "./names.ts";
import { Preview, type Shown } from "./Preview.tsx";
import { paintedOn } from "./raster.ts";
import { stillOf } from "./still.ts";
import { useLook } from "./useLook.ts";

/** A stretch of the timeline, played, as a file. */
export function FilmTab({ linkOf }: { linkOf: () => string }) {
  const { session } = useFigure();
  const say = useSay();
  const shown = useRef<Shown>(undefined);
  const { wanted, want, look } = useLook(linkOf);
  const end = session.length() - 1;
  const rate = session.figure.rate ?? CALM;
  const [from, setFrom] = useState(0);
  const [to, setTo] = useState(end);
  const [speed, setSpeed] = useState(() => String(session.store.getState().speed));
  const video = recordable();
  const [kind, setKind] = useState<"gif" | "video">("gif");
  const [scale, setScale] = useState<"1" | "2">("1");
  const [note, setNote] = useState("");
  const [share, setShare] = useState<number>();
  const making = useRef<AbortController>(undefined);
  useEffect(() => () => making.current?.abort(), []);

  const stretch = { from, to, speed: Number(speed) };
  const seconds = secondsOf(stretch);
  const problem =
    from < to ? (seconds > LONGEST ? "share.film.long" : undefined) : "share.film.order";
  const make = async () => {
    const stop = (making.current = new AbortController());
    const canvas = document.createElement("canvas");
    const paint: Paint = async (t) => {
      shown.current!.portrait.draw(t);
      // A film has no transparent places.
      return paintedOn(
        canvas,
        await stillOf(shown.current!.host, { ...look, ground: true }),
        Number(scale),
      );
    };
    setNote("");
    setShare(0);
    try {
      const film = await (kind === "gif" ? gif : recorded)(stretch, paint, {
        told: setShare,
        stop: stop.signal,
      });
      const ending = kind === "gif" ? "gif" : endingOf(film.type);
      const stretchName = from > 0 || to < end ? `${from}-${to}` : "";
      const name = fileName(session, say("lang"), ending, stretchName, look.dark ? "dark" : "");
      save(name, film);
      setNote(say("share.film.saved", { name, size: (film.size / 1e6).toFixed(1) }));
    } catch {
      setNote(say(stop.signal.aborted ? "share.film.stopped" : "share.film.failed"));
    } finally {
      setShare(undefined);
      shown.current?.portrait.draw();
    }
  };
  const busy = share !== undefined;
  return (
    <div className="share-two">
      <Preview look={{ ...look, ground: true }} shownRef={shown} />
      <div className="share-form">
        <fieldset disabled={busy}>
          <Pick
            label={say("share.kind")}
            value={kind}
            options={{
              gif: "GIF",
              ...(video && { video: endingOf(video).toUpperCase() }),
            }}
            choose={setKind}
          />
          {!video && <p className="hint">{say("share.film.none")}</p>}
          <Step label={say("share.film.from")} value={from} end={end} set={setFrom} />
          <Step label={say("share.film.to")} value={to} end={end} set={setTo} />
          <Pick
            label={say("share.film.speed")}
            value={speed}
            options={Object.fromEntries(
              speeds.map((s) => {
                const pace = (s * rate) / CALM;
                return [String(pace), `${s / CALM}×`];
              }),
            )}
            choose={setSpeed}
          />
          <Pick
            label={say("share.film.size")}
            value={scale}
            options={{ "1": "1×", "2": "2×" }}
            choose={setScale}
          />
          <LookFields wanted={wanted} want={want} ground={false} />
        </fieldset>
        {problem && (
          <p className="problem" role="alert">
            {say(problem, { s: Math.ceil(seconds), most: LONGEST })}
          </p>
        )}
        {busy ? (
          <>
            <progress value={share} aria-label={say("share.film.making")} />
            <button type="button" onClick={() => making.current!.abort()}>
              {say("task.cancel")}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="go"
            disabled={problem !== undefined}
            onClick={() => void make()}
          >
            {say("share.film.make", { s: Math.max(1, Math.round(seconds)) })}
          </button>
        )}
        <p role="status">{busy ? say("share.film.making") : note}</p>
      </div>
    </div>
  );
}

/** A step of the timeline, typed. */
function Step({
  label,
  value,
  end,
  set,
}: {
  label: string;
  value: number;
  end: number;
  set: (step: number) => void;
}) {
  const id = useId();
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={0}
        max={end}
        value={value}
        onChange={(e) => set(Math.max(0, Math.min(end, Math.round(e.target.valueAsNumber || 0))))}
      />
    </div>
  );
}
