import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useFigure } from "../live.ts";
import { useSay } from "../words.ts";
import { Copied } from "./Copied.tsx";
import { controlsOf, embedLink, frameCode, staying } from "./embedLink.ts";
import { Pick, Tick } from "./LookFields.tsx";

/** Until the figure has told its own (CSS pixels). */
const HEIGHT = 640;

/** The code that brings the figure into another page, and how it will stand there. */
export function EmbedTab({ linkOf }: { linkOf: () => string }) {
  const { session, words } = useFigure();
  const say = useSay();
  const { params, rest } = controlsOf(session, words, say);
  const all = [...params, ...rest];
  const [away, setAway] = useState<ReadonlySet<string>>(() => new Set(["tools"]));
  const [theme, setTheme] = useState<"system" | "light" | "dark">("system");
  const [follows, setFollows] = useState(false);
  const shown = all.filter(([name]) => !away.has(name)).map(([name]) => name);
  const link = embedLink(linkOf(), session, {
    controls: shown.length < all.length ? shown : undefined,
    lock: [],
    theme: theme === "system" ? undefined : theme,
  });
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(HEIGHT);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<{ type?: string; height?: number } | null>) => {
      if (source !== frame.current?.contentWindow) return;
      if (data?.type === "hidden-state:height") setHeight(data.height ?? HEIGHT);
    };
    window.addEventListener("message", hear);
    return () => window.removeEventListener("message", hear);
  }, []);
  const hidden = all.filter(([name]) => away.has(name)).map(([, label]) => label);
  return (
    <div className="share-two">
      {/* It is of this very site. */}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox */}
      <iframe
        ref={frame}
        className="share-embed"
        src={useDeferredValue(link)}
        title={say("share.embed.preview")}
        height={height}
      />
      <div className="share-form">
        <fieldset>
          <legend>{say("share.embed.controls")}</legend>
          {all.map(([name, label]) => (
            <Tick
              key={name}
              label={label}
              on={!away.has(name)}
              turn={(on) =>
                setAway(new Set(on ? [...away].filter((n) => n !== name) : [...away, name]))
              }
            />
          ))}
        </fieldset>
        <p className="hint">
          {hidden.length > 0
            ? say("share.embed.hidden", { names: hidden.join(say("share.comma")) })
            : say("share.embed.whole")}
        </p>
        <Stays names={staying(session, words)} />
        <Pick
          label={say("share.colours")}
          value={theme}
          options={{
            system: say("share.embed.theirs"),
            light: say("theme.light"),
            dark: say("theme.dark"),
          }}
          choose={setTheme}
        />
        <Tick label={say("share.embed.follows")} on={follows} turn={setFollows} />
        <Copied
          label={say("share.embed.code")}
          text={frameCode(link, words("title"), height, follows)}
          rows={5}
        />
      </div>
    </div>
  );
}

/** What no link can carry is said before it is sent. */
export function Stays({ names }: { names: readonly string[] }) {
  const say = useSay();
  if (names.length === 0) return null;
  return (
    <p className="problem" role="alert">
      {say("share.stays", { names: names.join(say("share.comma")) })}
    </p>
  );
}
