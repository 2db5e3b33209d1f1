import { useEffect, useRef, useState } from "react";
import { readAudio, type Recording } from "../../../../intake/audio.ts";
import { isProblem, type Problem } from "../../../../intake/problem.ts";
import { listenLive } from "../../../../intake/streaming.ts";
import { atRate } from "../../../../intake/wav.ts";
import { Refusal } from "../../../../kit/task.ts";
import { SPEECH_RATE } from "../../../../models/speech/bands.ts";
import { useLateSay } from "../../../../ui/lateWords.ts";
import { useFigure } from "../../../../ui/live.ts";
import { useSay } from "../../../../ui/words.ts";
import type { Phrase } from "../../phrases.ts";
import type { Sound } from "../../sound.ts";
import { KEPT, LEAST_MS, modelFor, openLive, type Live } from "./hearing.ts";

type Numbers = Record<string, string | number>;
/** Pictures a second while it listens. */
const RATE = 10;
/** Seconds of silence after which the reader is asked about it. */
const PATIENCE = 3;

/** The first twenty seconds of a recording at 8 kHz, or why not. */
function soundOf(heard: Recording | Problem): Sound | Problem {
  if (isProblem(heard)) return heard;
  const ms = Math.round(heard.seconds * 1000);
  if (ms < LEAST_MS) return { problem: "audioShort", ms, least: LEAST_MS };
  const used = heard.values.subarray(0, KEPT * heard.rate);
  return { kind: "own", samples: atRate(used, heard.rate, SPEECH_RATE) };
}

function useVoice(take: (sound: Sound) => void) {
  const { words } = useFigure();
  const tell = useLateSay("import");
  const [said, setSaid] = useState("");
  const [wrong, setWrong] = useState("");
  const [on, setOn] = useState(false);
  const meter = useRef<HTMLMeterElement>(null);
  const stop = useRef<AbortController>(undefined);
  const say = (phrase: Phrase) => words(`phrases.${phrase}`);
  useEffect(() => () => stop.current?.abort(), []);
  const fail = (what: Problem) => {
    setSaid("");
    setWrong(tell(what.problem, what as unknown as Numbers));
  };
  /** Ten times a second what has come: to the picture, the meter, and a word where something is amiss. */
  const show = (live: Live, began: number) => {
    const { peak, full, silentFor } = live.level();
    if (meter.current) meter.current.value = Math.min(1, peak);
    const s = String(Math.round((performance.now() - began) / 1000));
    setWrong(full ? say("clipping") : silentFor > PATIENCE ? say("silent") : "");
    setSaid(say("hearing").replace("#s", s));
    if (live.heard().frames > 0) take({ kind: "live", heard: live.heard() });
  };
  const listen = async () => {
    if (stop.current) return stop.current.abort();
    const ending = (stop.current = new AbortController());
    setOn(true);
    setWrong("");
    setSaid(say("loading"));
    try {
      const live = openLive(await modelFor(ending.signal));
      const began = performance.now();
      const timer = setInterval(() => show(live, began), 1000 / RATE);
      const problem = await listenLive(live.take, ending.signal).finally(() =>
        clearInterval(timer),
      );
      setSaid("");
      const samples = live.samples();
      if ((samples.length * 1000) / SPEECH_RATE >= LEAST_MS) {
        take({ kind: "own", samples });
        setSaid(say("kept").replace("#s", String(Math.round(samples.length / SPEECH_RATE))));
      }
      setWrong("");
      if (problem) setWrong(tell(problem.problem, problem as unknown as Numbers));
    } catch (e) {
      if (!ending.signal.aborted)
        setWrong(e instanceof Refusal ? say(e.phrase as Phrase) : tell("microphoneFailed", {}));
      setSaid("");
    } finally {
      stop.current = undefined;
      setOn(false);
    }
    return undefined;
  };
  const open = async (file: File) => {
    stop.current?.abort();
    const sound = soundOf(await readAudio(file));
    if ("problem" in sound) return fail(sound);
    setSaid("");
    setWrong("");
    return take(sound);
  };
  return {
    on,
    said,
    wrong,
    meter,
    say,
    listen: () => void listen(),
    open: (f: File) => void open(f),
  };
}

/** Speak, or open a sound file: all of it stays in this page. */
export function OwnVoice({ take }: { take: (sound: Sound) => void }) {
  const general = useSay();
  const { on, said, wrong, meter, say, listen, open } = useVoice(take);
  return (
    <div
      className="own"
      role="group"
      aria-label={say("listen")}
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault();
        const file = e.dataTransfer.files[0];
        if (file) open(file);
      }}
    >
      <p className="hint">{say("private")}</p>
      <div className="own-sources">
        <button type="button" aria-pressed={on} onClick={listen}>
          {say(on ? "stop" : "listen")}
        </button>
        <label className="button file">
          {say("file")}
          <input
            type="file"
            className="unseen"
            accept="audio/*,video/webm,.webm,.weba"
            onChange={(e) => {
              const file = e.target.files?.[0];
              if (file) open(file);
              e.target.value = "";
            }}
          />
        </label>
        <span className="hint">{general("signal.drop")}</span>
      </div>
      {on && <meter ref={meter} min={0} max={1} high={0.95} aria-label={say("level")} />}
      <p className="hint" role="status">
        {said}
      </p>
      {(on || wrong) && (
        <p className="problem" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
