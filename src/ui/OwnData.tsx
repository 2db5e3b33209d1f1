import { useRef, useState } from "react";
import type { Signal } from "../kit/signal.ts";
import type { Note, Problem } from "../kit/import/problem.ts";
import type { Samples, Taking } from "../kit/import/toSignal.ts";
import { useSay } from "./words.ts";

interface Loaded {
  readonly from: string;
  readonly choices: readonly { readonly name: string; readonly samples: Samples }[];
  readonly notes: readonly Note[];
  readonly sound: boolean;
}

/** Draw it, open a file, or speak: the reader's data stays on the machine and becomes a signal with a word on what was done. */
export function OwnData({ take }: { take: (signal: Signal) => void }) {
  const say = useSay();
  const [loaded, setLoaded] = useState<Loaded>();
  const [column, setColumn] = useState(0);
  const [taking, setTaking] = useState<Taking>({ as: "mean", standardise: false });
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState("");
  const recording = useRef<AbortController>(undefined);

  const sentence = ({ key, ...numbers }: Note) =>
    say(`import.note.${key}`, numbers as Record<string, string | number>);
  const fail = ({ problem, ...numbers }: Problem) => {
    setBusy("");
    setProblem(say(`import.${problem}`, numbers as Record<string, string | number>));
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
  const open = async (file: File) => {
    setBusy(say("signal.working"));
    const sound =
      file.type.startsWith("audio/") || /\.(wav|mp3|m4a|ogg|opus|flac|aac)$/i.test(file.name);
    if (sound) {
      const { readAudio } = await import("../kit/import/audio.ts");
      const clip = await readAudio(file);
      if ("problem" in clip) return fail(clip);
      return show(
        { from: file.name, choices: [{ name: file.name, samples: clip }], notes: [], sound },
        0,
        { as: "loudness" },
      );
    }
    const { readTable } = await import("../kit/import/csv.ts");
    const table = await readTable(file);
    if ("problem" in table) return fail(table);
    const choices = table.columns.map((c) => ({
      name: c.name || say("import.unnamed", { n: c.index }),
      samples: c,
    }));
    // Most tables begin with a date or an index; the last column is the likelier series.
    return show({ from: file.name, choices, notes: table.notes, sound }, choices.length - 1, {
      as: "mean",
      standardise: true,
    });
  };
  const listen = async () => {
    if (recording.current) return recording.current.abort("enough");
    const { record } = await import("../kit/import/microphone.ts");
    recording.current = new AbortController();
    const started = performance.now();
    const clip = await record(
      20,
      () =>
        setBusy(say("signal.recording", { s: Math.round((performance.now() - started) / 1000) })),
      recording.current.signal,
    );
    recording.current = undefined;
    if ("problem" in clip) return fail(clip);
    return show(
      { from: "", choices: [{ name: say("signal.mic"), samples: clip }], notes: [], sound: true },
      0,
      { as: "loudness" },
    );
  };
  const guard = (work: Promise<unknown>) => void work.catch(() => fail({ problem: "offline" }));
  return (
    <div
      className="own"
      role="group"
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault();
        const file = e.dataTransfer.files[0];
        if (file) guard(open(file));
      }}
    >
      <p className="hint">{say("signal.draw")}</p>
      <div className="own-sources">
        <label className="button file">
          {say("signal.file")}
          <input
            type="file"
            className="unseen"
            accept=".csv,.tsv,.txt,text/*,audio/*"
            onChange={(e) => {
              const file = e.target.files?.[0];
              if (file) guard(open(file));
              e.target.value = "";
            }}
          />
        </label>
        <button
          type="button"
          aria-pressed={recording.current !== undefined}
          onClick={() => guard(listen())}
        >
          {recording.current ? say("signal.stop") : say("signal.mic")}
        </button>
        <span className="hint">{say("signal.drop")}</span>
      </div>
      {loaded && (
        <div className="own-choices">
          {loaded.choices.length > 1 && (
            <label>
              {say("signal.column")}{" "}
              <select
                value={column}
                onChange={(e) => guard(show(loaded, Number(e.target.value), taking))}
              >
                {loaded.choices.map((c, k) => (
                  <option key={c.name + String(k)} value={k}>
                    {c.name}
                  </option>
                ))}
              </select>
            </label>
          )}
          {loaded.sound ? (
            <label>
              {say("signal.as")}{" "}
              <select
                value={taking.as}
                onChange={(e) =>
                  guard(show(loaded, column, { ...taking, as: e.target.value as Taking["as"] }))
                }
              >
                <option value="loudness">{say("signal.loudness")}</option>
                <option value="wave">{say("signal.wave")}</option>
              </select>
            </label>
          ) : (
            <label>
              <input
                type="checkbox"
                checked={taking.standardise ?? false}
                onChange={(e) =>
                  guard(show(loaded, column, { ...taking, standardise: e.target.checked }))
                }
              />
              {say("signal.centre")}
            </label>
          )}
        </div>
      )}
      <p className="hint" role="status">
        {busy || notes.map(sentence).join(" ")}
      </p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
