import { useState } from "react";
import type { Note, Problem } from "../intake/problem.ts";
import type { Taking } from "../intake/toSignal.ts";
import type { Signal } from "../kit/signal.ts";
import { heard, openFile, type Loaded } from "./openOwn.ts";
import { useLateSay } from "./lateWords.ts";
import { useRecording } from "./useRecording.ts";
import { useSay } from "./words.ts";

type Numbers = Record<string, string | number>;

/** The longest the microphone listens, in seconds. */
const LISTENS = 20;

/** What the reader brings: opened, chosen from, turned into a signal. Every way it can fail becomes a sentence. */
export function useOwnData(take: (signal: Signal) => void, gaps = false) {
  const say = useSay();
  const tell = useLateSay("import");
  const [loaded, setLoaded] = useState<Loaded>();
  const [column, setColumn] = useState(0);
  const [reading, setReading] = useState(0);
  const [taking, setTaking] = useState<Taking>({ as: "mean", standardise: false });
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState("");
  const [recording, setRecording] = useState(false);

  const fail = (what: Problem) => {
    setBusy("");
    setProblem(what);
  };
  const show = async (data: Loaded, index: number, how: Taking, as = 0) => {
    const { toSignal } = await import("../intake/toSignal.ts");
    const { samples, readings } = data.choices[index]!;
    const made = toSignal(readings[as]?.samples ?? samples, how);
    setNotes([...data.notes, ...made.notes]);
    setLoaded(data);
    setColumn(index);
    setReading(as);
    setTaking(how);
    setProblem(undefined);
    setBusy("");
    take(made.signal);
  };
  const begin = (made: Loaded | Problem) =>
    "problem" in made
      ? fail(made)
      : // Most tables begin with a date or an index; the last column is the likelier series.
        show(
          made,
          made.choices.length - 1,
          made.sound ? { as: "loudness", gaps } : { as: "mean", standardise: !gaps, gaps },
        );
  const open = (file: File) => {
    setBusy(say("signal.working"));
    return openFile(file, (n) => tell("unnamed", { n })).then(begin);
  };
  const record = useRecording(LISTENS, setBusy, setRecording);
  const listen = () =>
    record().then((x) => x && begin("problem" in x ? x : heard(say("signal.mic"), x)));
  // What is left to fail is a chunk of code that did not arrive.
  const guard = (work: Promise<unknown>) => void work.catch(() => fail({ problem: "offline" }));
  return {
    loaded,
    column,
    reading,
    taking,
    recording,
    problem: problem && tell(problem.problem, problem as unknown as Numbers),
    status: busy || notes.map(({ key, ...n }) => tell(`note.${key}`, n as Numbers)).join(" "),
    open: (file: File) => guard(open(file)),
    listen: () => guard(listen()),
    choose: (index: number, how: Taking, as = index === column ? reading : 0) =>
      loaded && guard(show(loaded, index, how, as)),
  };
}
