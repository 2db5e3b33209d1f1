import { useId, useState } from "react";
import { written } from "../../kit/format.ts";
import { LONGEST_TASK, reached, type Check } from "../../session/embedded.ts";
import { useFigure } from "../live.ts";
import { useSay, type Say } from "../words.ts";
import { Copied } from "./Copied.tsx";
import { Stays } from "./EmbedTab.tsx";
import { controlsOf, embedLink, staying } from "./embedLink.ts";
import { Pick, Tick } from "./LookFields.tsx";

type Standing = "free" | "locked" | "away";

/** A number as typed, in either decimal mark; NaN where it is none. */
const typed = (text: string) =>
  text.trim() === "" ? NaN : Number(text.trim().replace("−", "-").replace(",", "."));

/** A link with a starting point, what may be moved from there, and a goal that the page can see reached. */
export function TaskTab({ linkOf }: { linkOf: () => string }) {
  const { session, words } = useFigure();
  const say = useSay();
  const { params, rest } = controlsOf(session, words, say);
  const [standing, setStanding] = useState<Readonly<Record<string, Standing>>>({ tools: "away" });
  const of = (name: string) => standing[name] ?? "free";
  const put = (name: string, how: Standing) => setStanding({ ...standing, [name]: how });
  const [task, setTask] = useState("");
  const [goal, setGoal] = useState<Typed>(() => ({
    of: Object.keys(session.figure.readouts)[0] ?? "",
    is: "eq",
    than: "",
    within: "0.01",
  }));
  const check = checkOf(goal);
  const shown = [...params, ...rest].filter(([name]) => of(name) !== "away");
  const free = params.filter(([name]) => of(name) === "free");
  const link = embedLink(linkOf(), session, {
    controls: shown.map(([name]) => name),
    lock: params.filter(([name]) => of(name) !== "free").map(([name]) => name),
    aim: task.trim(),
    check,
  });
  const ready = task.trim() !== "" && check !== undefined;
  return (
    <div className="share-form">
      <p className="hint">{say("share.task.hint")}</p>
      <label className="share-wide">
        {say("share.task.words", { most: LONGEST_TASK })}
        <textarea
          rows={2}
          maxLength={LONGEST_TASK}
          value={task}
          onChange={(e) => setTask(e.target.value)}
        />
      </label>
      <GoalFields goal={goal} set={setGoal} />
      <fieldset className="share-standing">
        <legend>{say("share.task.controls")}</legend>
        {params.map(([name, label]) => (
          <Pick
            key={name}
            label={label}
            value={of(name)}
            options={{
              free: say("share.task.free"),
              locked: say("share.task.locked"),
              away: say("share.task.away"),
            }}
            choose={(how) => put(name, how)}
          />
        ))}
        {rest.map(([name, label]) => (
          <Tick
            key={name}
            label={label}
            on={of(name) !== "away"}
            turn={(on) => put(name, on ? "free" : "away")}
          />
        ))}
      </fieldset>
      <Stays names={staying(session, words)} />
      {free.length === 0 && of("time") === "away" && (
        <p className="problem" role="alert">
          {say("share.task.nothing")}
        </p>
      )}
      {check && reached(session, check) && (
        <p className="problem" role="alert">
          {say("share.task.already")}
        </p>
      )}
      {ready ? (
        <>
          <Copied label={say("share.task.link")} text={link} />
          <a className="button" href={link} target="_blank" rel="noopener">
            {say("share.task.try")}
          </a>
        </>
      ) : (
        <p className="hint">{say(task.trim() ? "share.task.number" : "share.task.empty")}</p>
      )}
    </div>
  );
}

/** A check as it is being typed. */
interface Typed {
  readonly of: string;
  readonly is: Check["is"];
  readonly than: string;
  readonly within: string;
}

function checkOf(goal: Typed): Check | undefined {
  const [than, within] = [typed(goal.than), goal.is === "eq" ? typed(goal.within) : 0];
  const sound = Number.isFinite(than) && within >= 0 && goal.of !== "";
  return sound ? { of: goal.of, is: goal.is, than, within } : undefined;
}

const signs = (say: Say) => ({ eq: say("share.task.eq"), lt: "<", gt: ">" });

/** Which number is looked at, and when it is as it should be. */
function GoalFields({ goal, set }: { goal: Typed; set: (goal: Typed) => void }) {
  const { session, words } = useFigure();
  const say = useSay();
  const { readouts } = session.figure;
  const { result, values, t } = session.store.getState();
  const now = readouts[goal.of]?.of(result, values, Math.floor(t)) ?? NaN;
  return (
    <fieldset>
      <legend>{say("share.task.check")}</legend>
      <Pick
        label={say("share.task.readout")}
        value={goal.of}
        options={Object.fromEntries(
          Object.keys(readouts).map((name) => [name, words(`readouts.${name}`)]),
        )}
        choose={(of) => set({ ...goal, of })}
      />
      <Pick
        label={say("share.task.is")}
        value={goal.is}
        options={signs(say)}
        choose={(is) => set({ ...goal, is })}
      />
      <Amount
        label={say("share.task.than")}
        value={goal.than}
        change={(than) => set({ ...goal, than })}
      />
      {goal.is === "eq" && (
        <Amount label="±" value={goal.within} change={(within) => set({ ...goal, within })} />
      )}
      <p className="hint">{say("share.task.now", { x: written(now) })}</p>
    </fieldset>
  );
}

function Amount({
  label,
  value,
  change,
}: {
  label: string;
  value: string;
  change: (text: string) => void;
}) {
  const id = useId();
  const say = useSay();
  const wrong = value.trim() !== "" && !Number.isFinite(typed(value));
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={value}
        aria-invalid={wrong || undefined}
        onChange={(e) => change(e.target.value)}
      />
      {wrong && (
        <p className="problem" role="alert">
          {say("share.task.noNumber")}
        </p>
      )}
    </div>
  );
}
