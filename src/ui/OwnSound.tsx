import { useState } from "react";
import type { Clip, OwnClip } from "../kit/clip.ts";
import type { Recording } from "../intake/audio.ts";
import type { Note, Problem } from "../intake/problem.ts";
import { useFigure } from "./live.ts";
import { useLateSay } from "./lateWords.ts";
import { useRecording } from "./useRecording.ts";
import { useSay } from "./words.ts";

type Numbers = Record<string, string | number>;

/** The longest the microphone listens, in seconds. */
const LISTENS = 20;

/** A sound file or the microphone, as a clip. Every way it can fail becomes a sentence. */
function useOwnSound(clip: Clip, take: (clip: OwnClip) => void, minutes: number) {
  const say = useSay();
  const tell = useLateSay("import");
  const [taken, setTaken] = useState<{ clip: OwnClip; notes: readonly Note[] }>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState("");
  const [recording, setRecording] = useState(false);
  const fail = (what: Problem) => {
    setBusy("");
    setProblem(what);
  };
  const begin = async (heard: Recording | Problem) => {
    if ("problem" in heard) return fail(heard);
    const { toClip } = await import("../intake/toClip.ts");
    const made = toClip(heard, minutes);
    if ("problem" in made) return fail(made);
    setTaken(made);
    setProblem(undefined);
    setBusy("");
    return take(made.clip);
  };
  const open = async (file: File) => {
    setBusy(say("signal.working"));
    const { readAudio } = await import("../intake/audio.ts");
    return begin(await readAudio(file));
  };
  const listen = useRecording(LISTENS, setBusy, setRecording);
  // Another step's control may have brought another sound since.
  const notes = taken?.clip === clip ? taken.notes : [];
  // What is left to fail is a chunk of code that did not arrive.
  const guard = (work: Promise<unknown>) => void work.catch(() => fail({ problem: "offline" }));
  return {
    recording,
    problem: problem && tell(problem.problem, problem as unknown as Numbers),
    status: busy || notes.map(({ key, ...n }) => tell(`note.${key}`, n as Numbers)).join(" "),
    open: (file: File) => guard(open(file)),
    listen: () => guard(listen().then((made) => made && begin(made))),
  };
}

/** Open a sound file, or speak: it stays on the machine, with a word on what was done to it. */
export function OwnSound({
  clip,
  take,
  minutes,
}: {
  clip: Clip;
  take: (clip: OwnClip) => void;
  minutes: number;
}) {
  const say = useSay();
  const { words } = useFigure();
  const sound = useOwnSound(clip, take, minutes);
  return (
    <div
      className="own"
      role="group"
      aria-label={words("phrases.soundFile")}
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault();
        const file = e.dataTransfer.files[0];
        if (file) sound.open(file);
      }}
    >
      <p className="hint">{words("phrases.soundHint")}</p>
      <div className="own-sources">
        <label className="button file">
          {words("phrases.soundFile")}
          <input
            type="file"
            className="unseen"
            accept="audio/*,video/webm,.webm,.weba"
            onChange={(e) => {
              const file = e.target.files?.[0];
              if (file) sound.open(file);
              e.target.value = "";
            }}
          />
        </label>
        <button type="button" aria-pressed={sound.recording} onClick={sound.listen}>
          {say(sound.recording ? "signal.stop" : "signal.mic")}
        </button>
        <span className="hint">{say("signal.drop")}</span>
      </div>
      <p className="hint" role="status">
        {sound.status}
      </p>
      {sound.problem && (
        <p className="problem" role="alert">
          {sound.problem}
        </p>
      )}
    </div>
  );
}
