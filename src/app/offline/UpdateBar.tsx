import { TAKE_OVER } from "../../offline/names.ts";

interface Props {
  readonly worker: ServiceWorkerRegistration;
  readonly say: (key: string) => string;
  readonly later: () => void;
}

/** A newer version is here: it opens when the reader says so, else on the next visit. */
export function UpdateBar({ worker, say, later }: Props) {
  return (
    <div className="update" role="status">
      <p>{say("newer")}</p>
      <OpenNewer worker={worker} say={say} />
      <button type="button" onClick={later}>
        {say("later")}
      </button>
    </div>
  );
}

/** Lets the new version answer from now on and opens this page in it. */
export function OpenNewer({ worker, say }: Pick<Props, "worker" | "say">) {
  const open = () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
      once: true,
    });
    // Opened meanwhile, in another tab.
    if (worker.waiting) worker.waiting.postMessage(TAKE_OVER);
    else location.reload();
  };
  return (
    <button type="button" className="go" onClick={open}>
      {say("open")}
    </button>
  );
}
