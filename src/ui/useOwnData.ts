import { useRef, useState } from "react";
import type { Note, Problem } from "../kit/import/problem.ts";
import type { Samples, Taking } from "../kit/import/toSignal.ts";
import type { Signal } from "../kit/signal.ts";
import { useSay } from "./words.ts";

interface Loaded {
  readonly choices: readonly { readonly name: string; readonly samples: Samples }[];
  readonly notes: readonly Note[];
  readonly sound: boolean;
}

type Numbers = Record<string, string | number>;

/** The longest the microphone listens, in seconds. */
const LISTENS = 20;

/** What the reader brings: opened, chosen from, turned into a signal. Every way it can fail becomes a sentence. */
export function useOwnData(take: (signal: Signal) => void) {
  const say = useSay();
  const [loaded, setLoaded] = useState<Loaded>();
  const [column, setColumn] = useState(0);
  const [taking, setTaking] = useState<Taking>({ as: "mean", standardise: false });
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState("");
  const [recording, setRecording] = useState(false);
  const stop = useRef<AbortController>(undefined);

  const fail = ({ problem: key, ...numbers }: Problem) => {
    setBusy("");
    setProblem(say(`import.${key}`, numbers as Numbers));
  };
  const show = async (data: Loaded, index: number, how: Taking) => {
    const { toSignal } = await import("../kit/import/toSignal.ts");
    const made = toSignal(data.choices[index]!.samples, how);
    setNotes([...data.notes, ...made.notes]);
    setLoaded(data);
    setColumn(index);
    setTaking(how);
    setProblem("");
    setBusy("");
    take(made.signal);
  };
  const sound = (name: string, samples: Samples) =>
    show({ choices: [{ name, samples }], notes: [], sound: true }, 0, { as: "loudness" });
  const open = async (file: File) => {
    setBusy(say("signal.working"));
    if (file.type.startsWith("audio/") || /\.(wav|mp3|m4a|ogg|opus|flac|aac)$/i.test(file.name)) {
      const { readAudio } = await import("../kit/import/audio.ts");
      const clip = await readAudio(file);
      return "problem" in clip ? fail(clip) : sound(file.name, clip);
    }
    const { readTable } = await import("../kit/import/csv.ts");
    const table = await readTable(file);
    if ("problem" in table) return fail(table);
    const choices = table.columns.map((c) => ({
      name: c.name || say("import.unnamed", { n: c.index }),
      samples: c,
    }));
    // Most tables begin with a date or an index; the last column is the likelier series.
    const data = { choices, notes: table.notes, sound: false };
    return show(data, choices.length - 1, { as: "mean", standardise: true });
  };
  const listen = async () => {
    if (stop.current) return stop.current.abort("enough");
    const { record } = await import("../kit/import/microphone.ts");
    const ending = (stop.current = new AbortController());
    setRecording(true);
    const started = performance.now();
    const tell = () => {
      const s = Math.round((performance.now() - started) / 1000);
      setBusy(say("signal.recording", { s }));
    };
    const clip = await record(LISTENS, tell, ending.signal).finally(() => {
      stop.current = undefined;
      setRecording(false);
    });
    return "problem" in clip ? fail(clip) : sound(say("signal.mic"), clip);
  };
  // What is left to fail is a chunk of code that did not arrive.
  const guard = (work: Promise<unknown>) => void work.catch(() => fail({ problem: "offline" }));
  return {
    loaded,
    column,
    taking,
    recording,
    problem,
    status: busy || notes.map(({ key, ...n }) => say(`import.note.${key}`, n as Numbers)).join(" "),
    open: (file: File) => guard(open(file)),
    listen: () => guard(listen()),
    choose: (index: number, how: Taking) => loaded && guard(show(loaded, index, how)),
  };
}
