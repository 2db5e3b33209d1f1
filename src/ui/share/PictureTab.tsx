import { useRef, useState } from "react";
import { useFigure } from "../live.ts";
import { useSay } from "../words.ts";
import { LookFields, Pick } from "./LookFields.tsx";
import { fileName, save } from "./names.ts";
import { Preview, type Shown } from "./Preview.tsx";
import { png } from "./raster.ts";
import { stillOf } from "./still.ts";
import { useLook } from "./useLook.ts";

const kinds = { svg: "SVG", "1": "PNG 1×", "2": "PNG 2×", "4": "PNG 4×" } as const;

/** The present picture as a file. */
export function PictureTab({ linkOf }: { linkOf: () => string }) {
  const { session } = useFigure();
  const say = useSay();
  const shown = useRef<Shown>(undefined);
  const { wanted, want, look } = useLook(linkOf);
  const [kind, setKind] = useState<keyof typeof kinds>("2");
  const [note, setNote] = useState("");
  const take = async () => {
    try {
      const still = await stillOf(shown.current!.host, look);
      const more = [look.dark ? "dark" : "", kind === "svg" ? "" : `${kind}x`];
      const name = fileName(session, say("lang"), kind === "svg" ? "svg" : "png", ...more);
      if (kind === "svg") save(name, still.text, "image/svg+xml");
      else save(name, await png(still, Number(kind)));
      setNote(say("share.saved", { name }));
    } catch {
      setNote(say("share.failed"));
    }
  };
  return (
    <div className="share-two">
      <Preview look={look} shownRef={shown} />
      <div className="share-form">
        <Pick label={say("share.kind")} value={kind} options={kinds} choose={setKind} />
        <LookFields wanted={wanted} want={want} />
        <button type="button" className="go" onClick={() => void take()}>
          {say("share.save")}
        </button>
        <p role="status">{note}</p>
      </div>
    </div>
  );
}
