import { useState } from "react";
import type { Note, Problem } from "../intake/problem.ts";
import type { Samples, Taking } from "../intake/toSignal.ts";
import type { Signal } from "../kit/signal.ts";
import { useImportSay } from "./importWords.ts";
import { useRecording } from "./useRecording.ts";
import { useSay } from "./words.ts";

interface Loaded {
  readonly choices: readonly { readonly name: string; readonly samples: Samples }[];
  readonly notes: readonly Note[];
  readonly sound: boolean;
}

type Numbers = Record<string, string | number>;

/** The longest the microphone listens, in seconds. */
const LISTENS = 20;

const heard = (name: string, samples: Samples): Loaded => ({
  choices: [{ name, samples }],
  notes: [],
  sound: true,
});

/** Reads a sound file or a table, whichever it is; the code for either is fetched when it is needed. */
async function openFile(file: File, unnamed: (n: number) => string): Promise<Loaded | Problem> {
  if (file.type.startsWith("audio/") || /\.(wav|mp3|m4a|ogg|opus|flac|aac)$/i.test(file.name)) {
    const { readAudio } = await import("../intake/audio.ts");
    const clip = await readAudio(file);
    return "problem" in clip ? clip : heard(file.name, clip);
  }
  const { readTable } = await import("../intake/csv.ts");
  const table = await readTable(file);
  if ("problem" in table) return table;
  const choices = table.columns.map((c) => ({ name: c.name || unnamed(c.index), samples: c }));
  return { choices, notes: table.notes, sound: false };
}

/** What the reader brings: opened, chosen from, turned into a signal. Every way it can fail becomes a sentence. */
export function useOwnData(take: (signal: Signal) => void, gaps = false) {
  const say = useSay();
  const tell = useImportSay();
  const [loaded, setLoaded] = useState<Loaded>();
  const [column, setColumn] = useState(0);
  const [taking, setTaking] = useState<Taking>({ as: "mean", standardise: false });
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState("");
  const [recording, setRecording] = useState(false);

  const fail = (what: Problem) => {
    setBusy("");
    setProblem(what);
  };
  const show = async (data: Loaded, index: number, how: Taking) => {
    const { toSignal } = await import("../intake/toSignal.ts");
    const made = toSignal(data.choices[index]!.samples, how);
    setNotes([...data.notes, ...made.notes]);
    setLoaded(data);
    setColumn(index);
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
  const open = async (file: File) => {
    setBusy(say("signal.working"));
    return begin(await openFile(file, (n) => tell("unnamed", { n })));
  };
  const record = useRecording(LISTENS, setBusy, setRecording);
  const listen = async () => {
    const clip = await record();
    if (clip) await begin("problem" in clip ? clip : heard(say("signal.mic"), clip));
  };
  // What is left to fail is a chunk of code that did not arrive.
  const guard = (work: Promise<unknown>) => void work.catch(() => fail({ problem: "offline" }));
  return {
    loaded,
    column,
    taking,
    recording,
    problem: problem && tell(problem.problem, problem as unknown as Numbers),
    status: busy || notes.map(({ key, ...n }) => tell(`note.${key}`, n as Numbers)).join(" "),
    open: (file: File) => guard(open(file)),
    listen: () => guard(listen()),
    choose: (index: number, how: Taking) => loaded && guard(show(loaded, index, how)),
  };
}
