import { useCallback, useEffect, useRef, useState } from "react";
import type { Listed } from "../../offline/names.ts";
import { fill, useSay } from "../../ui/words.ts";
import type { DialogProps } from "../LateDialog.tsx";
import { allowed, asked, type Asked } from "./allowed.ts";
import { dropCourse, keepCourse, listed, registered, shareKept } from "./course.ts";
import { keepModels, missing } from "./models.ts";
import { OpenNewer } from "./UpdateBar.tsx";

type Words = (key: string, more?: Record<string, string | number>) => string;

const sizeOf = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** What of the course this browser keeps, what more it may keep, and what it or its network refuse. */
export function OfflineDialog({ sentences, close }: Omit<DialogProps, "course">) {
  const ui = useSay();
  const say: Words = (key, more) => fill(sentences[`offline.${key}`] ?? key, more);
  const ref = useRef<HTMLDialogElement>(null);
  const [files, setFiles] = useState<Listed | "failed">();
  useEffect(() => {
    ref.current!.showModal();
    listed().then(setFiles, () => setFiles("failed"));
  }, []);
  return (
    <dialog ref={ref} className="share offline" aria-labelledby="offline-title" onClose={close}>
      <div className="share-head">
        <h2 id="offline-title">{say("title")}</h2>
        <button type="button" onClick={() => ref.current!.close()}>
          {ui("close")}
        </button>
      </div>
      <p className="hint">{say("about")}</p>
      {files === "failed" && <p className="problem">{say("unlisted")}</p>}
      {typeof files === "object" && (
        <dl>
          <Course files={files} say={say} />
          <Models files={files.onRequest} say={say} />
        </dl>
      )}
      <Allowed say={say} />
    </dialog>
  );
}

/** Pages, code and fonts. */
function Course({ files, say }: { files: Listed; say: Words }) {
  const [share, setShare] = useState<number>();
  const [worker, setWorker] = useState<ServiceWorkerRegistration>();
  const [problem, setProblem] = useState("");
  const look = useCallback(async () => {
    setWorker(await registered());
    setShare(await shareKept(files).catch(() => 0));
  }, [files]);
  useEffect(() => {
    void look();
    const again = setInterval(() => void look(), 700);
    return () => clearInterval(again);
  }, [look]);
  const keep = () => {
    setProblem("");
    void navigator.storage?.persist?.().catch(() => false);
    keepCourse().then(look, () => setProblem(say("blocked")));
  };
  const drop = () => dropCourse().then(look, () => setProblem(say("blocked")));
  const stands = share === 1 ? say("kept") : worker ? part(say, share ?? 0) : say("none");
  return (
    <>
      <dt>{say("course", { mb: sizeOf(files.bytes) })}</dt>
      <dd>
        <span role="status">{share === undefined ? "" : stands}</span>{" "}
        {worker ? (
          <button type="button" onClick={() => void drop()}>
            {say("drop")}
          </button>
        ) : (
          <button type="button" className="go" onClick={keep}>
            {say("keep")}
          </button>
        )}
        {worker?.active && worker.waiting && (
          <div>
            {say("newer")} <OpenNewer worker={worker} say={say} />
          </div>
        )}
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
      </dd>
    </>
  );
}

const part = (say: Words, share: number): string =>
  say("keeping", { part: Math.floor(100 * share) });

/** Models, sounds and data: kept when asked for. */
function Models({ files, say }: { files: Listed["onRequest"]; say: Words }) {
  const [left, setLeft] = useState<Listed["onRequest"]>();
  const [come, setCome] = useState<number>();
  const [problem, setProblem] = useState("");
  useEffect(() => void missing(files).then(setLeft), [files]);
  const bytes = (some: Listed["onRequest"]) => some.reduce((sum, [, , size]) => sum + size, 0);
  const keep = async () => {
    setProblem("");
    setCome(0);
    const hitch = await keepModels(left!, setCome).catch(() => "full" as const);
    setProblem(hitch ? say(hitch) : "");
    setLeft(await missing(files));
    setCome(undefined);
  };
  const stands = () => {
    if (!left) return "";
    if (come !== undefined) return part(say, come / bytes(left));
    if (left.length === 0) return say("kept");
    return left.length === files.length ? say("none") : say("left", { mb: sizeOf(bytes(left)) });
  };
  return (
    <>
      <dt>{say("models", { mb: sizeOf(bytes(files)) })}</dt>
      <dd>
        <span role="status">{stands()}</span>{" "}
        {left && left.length > 0 && come === undefined && (
          <button type="button" onClick={() => void keep()}>
            {say("keep")}
          </button>
        )}
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
      </dd>
    </>
  );
}

/** The one place that says what is off, and what that costs. */
function Allowed({ say }: { say: Words }) {
  const [found, setFound] = useState<Partial<Record<Asked, boolean>>>({});
  useEffect(() => {
    for (const what of asked)
      void allowed(what).then((yes) => setFound((before) => ({ ...before, [what]: yes })));
  }, []);
  return (
    <>
      <h3>{say("allowed")}</h3>
      <ul>
        {asked.map((what) => (
          <li key={what}>
            {say(`may.${what}`)}:{" "}
            {found[what] === undefined ? "…" : say(found[what] ? "on" : `off.${what}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
