import { useState, type ComponentType } from "react";
import type { Course } from "../chapters/course.ts";
import { loadLate } from "../ui/lateWords.ts";
import { useSay, type UiWords } from "../ui/words.ts";
import type { PageData } from "./routes.ts";

export interface DialogProps {
  readonly course: Course;
  readonly sentences: UiWords;
  readonly close: () => void;
}

interface Props {
  readonly data: PageData;
  /** Its button says `<name>.own` of ui.json, its own sentences are content/<tag>/<name>.json. */
  readonly name: string;
  readonly load: () => Promise<ComponentType<DialogProps>>;
}

/** A button and the dialog that it opens, whose code and words come with the first wish. */
export function LateDialog({ data, name, load }: Props) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [failed, setFailed] = useState(false);
  const [loaded, setLoaded] = useState<{
    Dialog: ComponentType<DialogProps>;
    sentences: UiWords;
  }>();
  const begin = async () => {
    try {
      const [Dialog, sentences] = await Promise.all([load(), loadLate(name, say("lang"))]);
      setLoaded({ Dialog, sentences });
      setOpen(true);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className="quiet" aria-haspopup="dialog" onClick={() => void begin()}>
        {say(`${name}.own`)}
      </button>
      {failed && <span role="alert">{say("failed")}</span>}
      {open && loaded && (
        <loaded.Dialog
          course={data.course}
          sentences={loaded.sentences}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}
