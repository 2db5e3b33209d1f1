import { useState } from "react";
import { useLateSay } from "../../../../ui/lateWords.ts";
import { chooseOwn, type Refused } from "../../chooseOwn.ts";
import { OWN } from "../../models.ts";
import type { Own } from "../../own.ts";
import { droppedFiles } from "./dropped.ts";

interface Props {
  readonly had: Own | undefined;
  readonly take: (own: Own) => void;
}

/** Where a checkpoint is chosen or dropped: what is wrong with it is said here, and what was there before stays. */
export function OwnFiles({ had, take }: Props) {
  const say = useLateSay("checkpoint");
  const [problem, setProblem] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const open = async (gathered: readonly File[] | Promise<readonly File[]>) => {
    setBusy(true);
    setProblem(undefined);
    const found = await chooseOwn(gathered);
    setBusy(false);
    if (found === undefined) return;
    if ("why" in found) setProblem(found);
    else take(found);
  };
  const told = () => {
    if (busy) return say("reading");
    if (!had || problem) return "";
    const { name, layers, channels, plan } = had;
    const parameters = plan.parameters.toLocaleString("en");
    return say("runs", { name, layers, channels, parameters });
  };
  return (
    <div
      className="own"
      role="group"
      aria-label={say("title")}
      onDragOver={(e) => e.preventDefault()}
      onDrop={(e) => {
        e.preventDefault();
        void open(droppedFiles(e.dataTransfer));
      }}
    >
      <p className="hint">{say("hint")}</p>
      <div className="own-sources">
        <label className="button file">
          {say(had ? "again" : "choose")}
          <input
            type="file"
            className="unseen"
            multiple
            accept=".json,.safetensors"
            onChange={(e) => {
              void open([...(e.target.files ?? [])]);
              e.target.value = "";
            }}
          />
        </label>
      </div>
      <p className="hint" role="status">
        {told()}
      </p>
      {problem && (
        <p className="problem" role="alert">
          {say(problem.why, { what: problem.what })}
        </p>
      )}
      <p className="hint">{say("pace", OWN)}</p>
    </div>
  );
}
