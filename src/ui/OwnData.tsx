import type { Taking } from "../intake/toSignal.ts";
import type { Signal } from "../kit/signal.ts";
import type { Reading } from "./openOwn.ts";
import { useOwnData } from "./useOwnData.ts";
import { useSay } from "./words.ts";

interface Props {
  /** A figure of measured series: a table with its gaps, in its own units; no sound, no drawing. */
  readonly gaps: boolean;
  readonly take: (signal: Signal) => void;
}

/** Draw it, open a file, or speak: the reader's data stays on the machine and becomes a signal with a word on what was done. */
export function OwnData({ gaps, take }: Props) {
  const say = useSay();
  const data = useOwnData(take, gaps);
  const { loaded, column, taking } = data;
  return (
    <div
      className="own"
      role="group"
      aria-label={say("signal.file")}
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault();
        const file = e.dataTransfer.files[0];
        if (file) data.open(file);
      }}
    >
      <p className="hint">{say(gaps ? "signal.table" : "signal.draw")}</p>
      <div className="own-sources">
        <label className="button file">
          {say(gaps ? "signal.csv" : "signal.file")}
          <input
            type="file"
            className="unseen"
            accept={`.csv,.tsv,.txt,text/*${gaps ? "" : ",audio/*,video/webm,.webm,.weba"}`}
            onChange={(e) => {
              const file = e.target.files?.[0];
              if (file) data.open(file);
              e.target.value = "";
            }}
          />
        </label>
        {!gaps && (
          <button type="button" aria-pressed={data.recording} onClick={data.listen}>
            {say(data.recording ? "signal.stop" : "signal.mic")}
          </button>
        )}
        <span className="hint">{say("signal.drop")}</span>
      </div>
      {loaded && (
        <div className="own-choices">
          {loaded.choices.length > 1 && (
            <label>
              {say("signal.column")}{" "}
              <select value={column} onChange={(e) => data.choose(Number(e.target.value), taking)}>
                {loaded.choices.map((c, k) => (
                  <option key={c.name + String(k)} value={k}>
                    {c.name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <HowToRead
            readings={loaded.choices[column]!.readings}
            reading={data.reading}
            choose={(as) => data.choose(column, taking, as)}
          />
          <HowToTake data={data} sound={loaded.sound} column={column} taking={taking} />
        </div>
      )}
      <p className="hint" role="status">
        {data.status}
      </p>
      {data.problem && (
        <p className="problem" role="alert">
          {data.problem}
        </p>
      )}
    </div>
  );
}

interface Readings {
  readonly readings: readonly Reading[];
  readonly reading: number;
  readonly choose: (as: number) => void;
}

/** Which mark is the decimal one, shown by a cell, where a column does not tell for sure. */
function HowToRead({ readings, reading, choose }: Readings) {
  const say = useSay();
  if (readings.length === 0) return null;
  return (
    <label>
      {say("signal.reading", { cell: readings[0]!.cell })}{" "}
      <select value={reading} onChange={(e) => choose(Number(e.target.value))}>
        {readings.map(({ value }, k) => (
          <option key={value} value={k}>
            {value}
          </option>
        ))}
      </select>
    </label>
  );
}

interface How {
  readonly data: { choose(index: number, how: Taking): void };
  readonly sound: boolean;
  readonly column: number;
  readonly taking: Taking;
}

/** Sound as loudness or wave; a column as it is or standardised. */
function HowToTake({ data, sound, column, taking }: How) {
  const say = useSay();
  if (!sound)
    return (
      <label>
        <input
          type="checkbox"
          checked={taking.standardise ?? false}
          onChange={(e) => data.choose(column, { ...taking, standardise: e.target.checked })}
        />
        {say("signal.centre")}
      </label>
    );
  return (
    <label>
      {say("signal.as")}{" "}
      <select
        value={taking.as}
        onChange={(e) => data.choose(column, { ...taking, as: e.target.value as Taking["as"] })}
      >
        <option value="loudness">{say("signal.loudness")}</option>
        <option value="wave">{say("signal.wave")}</option>
      </select>
    </label>
  );
}
