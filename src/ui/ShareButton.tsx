import { useState, type JSX } from "react";
import { loadLate } from "./lateWords.ts";
import type { ShareProps } from "./share/Share.tsx";
import type { UiWords } from "./words.ts";
import { useSay } from "./words.ts";

interface Loaded {
  readonly Share: (props: ShareProps) => JSX.Element;
  readonly sentences: UiWords;
}

/** Opens what can be taken away of a figure; its code and its words come with the first wish. */
export function ShareButton({ linkOf, fail }: { linkOf: () => string; fail: () => void }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<Loaded>();
  const begin = async () => {
    try {
      const [{ Share }, sentences] = await Promise.all([
        import("./share/Share.tsx"),
        loadLate("share", say("lang")),
      ]);
      setLoaded({ Share, sentences });
      setOpen(true);
    } catch {
      fail();
    }
  };
  return (
    <>
      <button type="button" aria-haspopup="dialog" onClick={() => void begin()}>
        {say("share")}
      </button>
      {open && loaded && <loaded.Share {...{ linkOf, ...loaded }} close={() => setOpen(false)} />}
    </>
  );
}
