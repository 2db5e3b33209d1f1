import { useEffect, useState } from "react";
import { useLateSay } from "../../ui/lateWords.ts";
import { useSay } from "../../ui/words.ts";
import { elapsed } from "./elapsed.ts";

/** The time of day, and how long the lesson has lasted. */
export function Clock({ since, restart }: { since: number; restart: (now: number) => void }) {
  const tell = useLateSay("class");
  const say = useSay();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(ticking);
  }, []);
  const time = new Date(now).toLocaleTimeString(say("lang"), {
    hour: "2-digit",
    minute: "2-digit",
  });
  return (
    <div className="speaker-clock">
      <p>
        <span className="soft">{tell("speaker.clock")}</span> <time>{time}</time>
      </p>
      <p>
        <span className="soft">{tell("speaker.elapsed")}</span>{" "}
        <time data-elapsed="">{elapsed(since > 0 ? Math.max(0, now - since) : 0)}</time>
      </p>
      <button
        type="button"
        onClick={() => {
          restart(Date.now());
          setNow(Date.now());
        }}
      >
        {tell("speaker.restart")}
      </button>
    </div>
  );
}
