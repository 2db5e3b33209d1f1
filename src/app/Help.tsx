import { useEffect, useRef } from "react";
import { tinykeys } from "tinykeys";
import { useSay } from "../ui/words.ts";

const list = [
  ["?", "help"],
  ["/", "search"],
  ["P", "present"],
  ["Space", "play"],
  ["← →", "arrows"],
  [", .", "comma"],
  ["J K", "steps"],
  ["F", "figure"],
  ["B .", "dark"],
  ["L", "pointer"],
  ["S", "speaker"],
  ["H", "hands"],
  ["1 – 9", "digits"],
  ["I", "pin"],
  ["R", "reset"],
  ["N", "numbers"],
  ["Ctrl P", "print"],
  ["⇥", "slider"],
] as const;

/** The list of keys, on "?". */
export function Help() {
  const say = useSay();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(
    () =>
      tinykeys(window, {
        "Shift+?": (e) => {
          if ((e.target as Element).closest("input:not([type=range]), select, textarea")) return;
          if (ref.current?.open) ref.current.close();
          else ref.current?.showModal();
        },
      }),
    [],
  );
  return (
    <dialog ref={ref} className="help" aria-labelledby="help-title">
      <h2 id="help-title">{say("keys.title")}</h2>
      <dl>
        {list.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit">{say("close")}</button>
      </form>
    </dialog>
  );
}
